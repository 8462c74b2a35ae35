package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.check.CursorValue;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Template;
import dev.connector.spec.engine.RecordsTranslation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether a read from a cursor in the middle leaves out what is older (LIVE-5). */
final class Filters {

  private final Session session;
  private final Diagnosis diagnosis;

  Filters(Session session, Diagnosis diagnosis) {
    this.session = session;
    this.diagnosis = diagnosis;
  }

  Step judge(Sample sample) {
    Claim claim = sample.claim();
    Incremental incremental = claim.incremental().orElseThrow();
    if (incremental.filter() == Incremental.Filter.CLIENT) {
      return new Step.Absent(claim.list(), "the API has no filter; the reader leaves out");
    }
    TreeMap<CursorValue, String> values = new TreeMap<>();
    for (JsonNode record : sample.records()) {
      CursorValue.of(record, incremental)
          .ifPresent(it -> values.put(it, record.at(incremental.cursor()).asText()));
    }
    if (values.isEmpty() && !sample.records().isEmpty()) {
      return noCursor(sample, incremental);
    }
    Duration back = back(incremental);
    Optional<CursorValue> middle = middle(values, back);
    if (middle.isEmpty()) {
      return new Step.Open(
          claim.list(),
          values.size() < 2
              ? "there are no records with different values of " + incremental.cursor()
              : "all records are within the " + back + " that a read goes back anyway");
    }
    return since(sample, incremental, middle.get(), values.get(middle.get()));
  }

  /** How far behind its cursor a read begins. */
  private static Duration back(Incremental incremental) {
    return incremental
        .range()
        .lookback()
        .orElse(Duration.ZERO)
        .plus(CursorValue.steps(incremental, 1));
  }

  /** A value that is not the oldest even where a read goes back: the middle one, or a later one. */
  private static Optional<CursorValue> middle(TreeMap<CursorValue, String> values, Duration back) {
    List<CursorValue> all = new ArrayList<>(values.keySet());
    return all.stream()
        .skip(all.size() / 2)
        .filter(it -> all.get(0).isBefore(it.minus(back)))
        .findFirst();
  }

  private Step since(Sample sample, Incremental incremental, CursorValue from, String written) {
    Claim claim = sample.claim();
    Transcript transcript =
        session.read(
            session.request(claim).since(written).limit(session.bounds().records()),
            session.bounds().pages());
    List<Exchange> pages = session.wire().pages(claim.list());
    CursorValue least = from.minus(back(incremental));
    List<JsonNode> came = new ArrayList<>();
    pages.forEach(
        it -> came.addAll(RecordsTranslation.records(claim.reading().answer()).in(it.json())));
    List<String> older =
        came.stream()
            .filter(
                it -> CursorValue.of(it, incremental).filter(at -> at.isBefore(least)).isPresent())
            .map(it -> it.at(incremental.cursor()).asText())
            .sorted()
            .toList();
    if (!older.isEmpty()) {
      return ignored(claim, written, came.size(), older, pages);
    }
    Optional<ApiException> failure =
        transcript
            .error()
            .filter(it -> !session.wire().stopped().equals(Optional.of(Enough.PAGES)));
    if (failure.isPresent()) {
      return failure.get().getMessage().contains("never end")
          ? new Step.Open(claim.list(), "its paging has to work first")
          : diagnosis.of(claim.list(), failure.get());
    }
    long expected =
        sample.records().stream()
            .filter(
                it -> CursorValue.of(it, incremental).filter(at -> !at.isBefore(from)).isPresent())
            .count();
    if (came.isEmpty()) {
      return nothing(claim, incremental, written, expected, pages);
    }
    return lost(sample, incremental, from, transcript)
        .orElseGet(
            () ->
                new Step.Passed(
                    claim.list(),
                    "since "
                        + written
                        + ", "
                        + came.size()
                        + " records came, and none of the "
                        + older(sample, incremental, least)
                        + " older"));
  }

  private static long older(Sample sample, Incremental incremental, CursorValue least) {
    return sample.records().stream()
        .filter(it -> CursorValue.of(it, incremental).filter(at -> at.isBefore(least)).isPresent())
        .count();
  }

  private Step ignored(
      Claim claim, String written, int came, List<String> older, List<Exchange> pages) {
    return Step.Failed.of(
            claim.list(),
            "only records from " + written + " on",
            older.size() + " of " + came + " records are older, such as one of " + older.get(0))
        .seenIn(pages.stream().findFirst())
        .because(
            "The API takes no notice of the filter: every read would be a full one. APIs ignore"
                + " parameters that they do not know.")
        .changes(places(claim, "it carries the cursor; see what the vendor calls the filter"))
        .change(format(claim));
  }

  private Step nothing(
      Claim claim, Incremental incremental, String written, long expected, List<Exchange> pages) {
    return Step.Failed.of(
            claim.list(),
            "the " + expected + " records from " + written + " on that a full read gives",
            "none")
        .seenIn(pages.stream().findFirst())
        .because(
            "The filter leaves out everything: the API reads the value otherwise than it is"
                + " written, or filters by another field than "
                + incremental.cursor()
                + ".")
        .change(format(claim))
        .changes(places(claim, "it carries the cursor"))
        .change(
            Change.resource(
                claim.name(), "incremental/cursor", "it is \"" + incremental.cursor() + "\""));
  }

  private Optional<Step> lost(
      Sample sample, Incremental incremental, CursorValue from, Transcript transcript) {
    if (transcript.status().filter(it -> it.incomplete().isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    Claim claim = sample.claim();
    Set<List<String>> found = new HashSet<>();
    transcript.of(Event.Record.class).forEach(it -> found.add(Sample.key(claim, it)));
    long lost =
        sample.events().stream()
            .filter(
                it ->
                    CursorValue.of(it.data(), incremental)
                        .filter(at -> from.isBefore(at))
                        .isPresent())
            .filter(it -> !found.contains(Sample.key(claim, it)))
            .count();
    return lost == 0
        ? Optional.empty()
        : Optional.of(
            Step.Failed.of(
                    claim.list(), "every record that changed since", lost + " of them are missing")
                .seenIn(session.wire().last(claim.list()))
                .because("The filter leaves out records that are newer than the cursor.")
                .change(
                    Change.resource(
                        claim.name(),
                        "incremental/cursor",
                        "perhaps the API filters by another field than it"))
                .change(format(claim)));
  }

  private Step noCursor(Sample sample, Incremental incremental) {
    Claim claim = sample.claim();
    List<String> times =
        Outline.leaves(sample.records().get(0)).entrySet().stream()
            .filter(
                it ->
                    it.getValue().isTextual()
                        && it.getValue().textValue().matches("\\d{4}-\\d\\d-\\d\\dT.*"))
            .map(it -> it.getKey().toString())
            .toList();
    return Step.Failed.of(
            claim.list(),
            "a value of the cursor in the records",
            "none of " + sample.records().size() + " has one at " + incremental.cursor())
        .seenIn(sample.firstPage())
        .because("Without it no read knows where the next one has to begin.")
        .change(
            Change.resource(
                claim.name(),
                "incremental/cursor",
                "it is \""
                    + incremental.cursor()
                    + "\""
                    + (times.isEmpty() ? "" : "; there is a time at " + String.join(", ", times))));
  }

  private static Change format(Claim claim) {
    return Change.resource(
        claim.name(),
        "incremental/format",
        "it says how the value is written in the request; see how the vendor writes it");
  }

  /** Where in the request the cursor is. */
  private static List<Change> places(Claim claim, String advice) {
    Operation operation = claim.reading();
    List<Change> places = new ArrayList<>();
    for (Map.Entry<String, List<Template>> parameter : operation.request().query().entrySet()) {
      if (parameter.getValue().stream().anyMatch(it -> it.placeholders().contains("cursor"))) {
        places.add(Change.operation(claim.list(), "query/" + parameter.getKey(), advice));
      }
    }
    if (operation.request().payload().placeholders().contains("cursor")) {
      places.add(Change.operation(claim.list(), "body", advice));
    }
    if (operation.request().path().placeholders().contains("cursor")) {
      places.add(Change.operation(claim.list(), "path", advice));
    }
    return places;
  }
}
