package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.engine.RecordsTranslation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether every list and every read returns what is declared (LIVE-2). */
final class Shapes {

  private final Session session;
  private final Diagnosis diagnosis;
  private final Map<String, JsonNode> schemas;

  Shapes(Session session, Diagnosis diagnosis, Map<String, JsonNode> schemas) {
    this.session = session;
    this.diagnosis = diagnosis;
    this.schemas = Map.copyOf(schemas);
  }

  /** Reads the first records of a resource; empty where that does not come to anything. */
  Optional<Sample> read(Claim claim, Steps steps) {
    Set<String> lacking = lacking(claim.reading(), bound(claim));
    if (!lacking.isEmpty()) {
      steps.add(new Step.Open(claim.list(), needs(lacking)));
      return Optional.empty();
    }
    ReadRequest request = session.request(claim).limit(session.bounds().records()).withCanonical();
    int pages =
        session.bounds().pages() * (claim.parent().isPresent() ? session.bounds().parents() : 1);
    Transcript transcript = session.read(request, pages);
    Sample sample =
        new Sample(
            claim, transcript, session.wire().exchanges(), session.wire().stopped().isPresent());
    Optional<ApiException> failure =
        transcript
            .error()
            .filter(it -> !session.wire().stopped().equals(Optional.of(Enough.PAGES)));
    boolean later = failure.isPresent() && !sample.pages().isEmpty() && !sample.records().isEmpty();
    if (failure.isPresent() && !later) {
      steps.add(diagnosis.of(claim.list(), failure.get()));
      return Optional.empty();
    }
    List<RecordFaults.Judged> records =
        sample.events().stream()
            .map(it -> new RecordFaults.Judged(it.data(), it.violations()))
            .toList();
    judge(claim, claim.list(), records, sample.firstPage(), steps);
    boolean others =
        new RecordFaults(claim, claim.list(), diagnosis).isEnvelope(records, sample.firstPage());
    return Optional.of(sample).filter(it -> !others);
  }

  /** Calls the other operations that list records. */
  void others(Claim claim, Optional<Sample> sample, Steps steps) {
    for (String name : claim.otherLists()) {
      Operation operation = claim.operation(name);
      Map<String, JsonNode> known = known(operation, first(sample));
      Set<String> lacking = lacking(operation, known.keySet());
      if (!lacking.isEmpty()) {
        steps.add(new Step.Open(claim.named(name), needs(lacking)));
        continue;
      }
      call(claim, name, known, steps)
          .ifPresent(it -> judge(claim, claim.named(name), it, last(claim, name), steps));
    }
  }

  /** Reads a record that a list gave by itself. */
  void gets(Claim claim, Optional<Sample> sample, Steps steps) {
    for (String name : claim.gets()) {
      Operation operation = claim.operation(name);
      Optional<Event.Record> record = first(sample);
      Map<String, JsonNode> known = known(operation, record);
      Map<String, JsonNode> keyed = new LinkedHashMap<>(known);
      record.ifPresent(it -> keyed.putAll(claim.keyed(operation, it.data(), known.keySet())));
      Set<String> lacking = lacking(operation, keyed.keySet());
      if (!lacking.isEmpty()) {
        steps.add(
            new Step.Open(
                claim.named(name),
                record.isEmpty() ? "no list gave a record to ask for" : needs(lacking)));
        continue;
      }
      Optional<List<RecordFaults.Judged>> found = call(claim, name, keyed, steps);
      found.ifPresent(
          it -> {
            boolean same =
                known.size() == keyed.size() || same(claim, record.get(), it, name, steps);
            if (same) {
              judge(claim, claim.named(name), it, last(claim, name), steps);
            }
          });
    }
  }

  private Optional<List<RecordFaults.Judged>> call(
      Claim claim, String name, Map<String, JsonNode> arguments, Steps steps) {
    Set<String> unsaid = new TreeSet<>(claim.operation(name).request().placeholders());
    unsaid.retainAll(claim.parent().map(it -> it.bind().keySet()).orElse(Set.of()));
    unsaid.removeAll(arguments.keySet());
    if (!unsaid.isEmpty()) {
      steps.add(
          new Step.Open(claim.named(name), "no record tells of " + String.join(", ", unsaid)));
      return Optional.empty();
    }
    CallRequest request = CallRequest.of(claim.named(name));
    for (var argument : arguments.entrySet()) {
      request = request.argument(argument.getKey(), argument.getValue());
    }
    Transcript called = session.call(request);
    Operation operation = claim.operation(name);
    try {
      if (called.error().isPresent()) {
        throw called.error().get();
      }
      return Optional.of(
          RecordFaults.judged(
              claim.resource().record(),
              schemas.get(claim.resource().record().schema()),
              RecordsTranslation.records(operation.answer())
                  .in(called.result().orElseThrow().data())));
    } catch (ApiException failure) {
      if (failure.status().isPresent()
          && operation.answer().emptyStatuses().contains(failure.status().getAsInt())) {
        return Optional.of(List.of());
      }
      steps.add(diagnosis.of(claim.named(name), failure));
      return Optional.empty();
    }
  }

  private void judge(
      Claim claim,
      String operation,
      List<RecordFaults.Judged> records,
      Optional<Exchange> page,
      Steps steps) {
    if (records.isEmpty()) {
      steps.add(empty(operation, page));
      return;
    }
    List<Step.Failed> faults = new RecordFaults(claim, operation, diagnosis).of(records, page);
    faults.forEach(steps::add);
    if (faults.isEmpty()) {
      steps.add(
          new Step.Passed(
              operation,
              records.size()
                  + (records.size() == 1 ? " record fits " : " records fit ")
                  + claim.resource().record().schema()));
    }
  }

  /** No records may mean that there are none, or that they are looked for in the wrong place. */
  private Step empty(String operation, Optional<Exchange> page) {
    boolean elsewhere =
        page.map(Exchange::json).map(Outline::arrays).orElse(Map.of()).values().stream()
            .anyMatch(it -> it > 0);
    return elsewhere
        ? diagnosis.noRecords(
            Step.Failed.of(operation, "records", "none").seenIn(page), operation, page.get().json())
        : new Step.Open(operation, "the account has no records of it");
  }

  private boolean same(
      Claim claim, Event.Record asked, List<RecordFaults.Judged> found, String name, Steps steps) {
    for (JsonPointer pointer : claim.resource().record().primaryKey()) {
      String wanted = asked.data().at(pointer).asText();
      String got = found.isEmpty() ? "" : found.get(0).record().at(pointer).asText();
      if (!got.isEmpty() && !got.equals(wanted)) {
        steps.add(
            Step.Failed.of(claim.named(name), "the record that was asked for", "another one")
                .seenIn(last(claim, name))
                .because(
                    "The record that came has another " + pointer + " than the one in the list.")
                .change(
                    Change.operation(
                        claim.named(name),
                        "path",
                        "perhaps it wants another field of the record")));
        return false;
      }
    }
    return true;
  }

  private Optional<Exchange> last(Claim claim, String name) {
    return session.wire().last(claim.named(name));
  }

  private static Optional<Event.Record> first(Optional<Sample> sample) {
    return sample.flatMap(it -> it.events().stream().findFirst());
  }

  private Set<String> bound(Claim claim) {
    Set<String> names = new TreeSet<>(session.terms().arguments().keySet());
    claim.parent().ifPresent(it -> names.addAll(it.bind().keySet()));
    return names;
  }

  /** What is known of an operation's arguments: from the user, and from a record's parent. */
  private Map<String, JsonNode> known(Operation operation, Optional<Event.Record> record) {
    Map<String, JsonNode> known = new LinkedHashMap<>();
    record
        .flatMap(Event.Record::parent)
        .ifPresent(it -> it.properties().forEach(e -> known.put(e.getKey(), e.getValue())));
    known.putAll(session.terms().arguments());
    Set<String> taken = new HashSet<>(operation.request().placeholders());
    taken.addAll(operation.arguments().keySet());
    known.keySet().retainAll(taken);
    return known;
  }

  private static Set<String> lacking(Operation operation, Set<String> known) {
    Set<String> lacking = new TreeSet<>(Claim.required(operation));
    lacking.removeAll(known);
    return lacking;
  }

  private static String needs(Set<String> arguments) {
    return "needs "
        + arguments.stream()
            .map(it -> "--argument " + it + "=...")
            .collect(Collectors.joining(" "));
  }
}
