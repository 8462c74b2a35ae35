package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.schema.Violation;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.RecordFault;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.rules.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** DATA: what records are made of. */
final class DataChecks {

  private static final MockOptions FEW = new MockOptions(1, 3, 10);

  private DataChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("DATA-1", DataChecks::validated),
        new Check("DATA-2", DataChecks::keys),
        new Check("DATA-3", CanonicalChecks::mapped),
        new Check("DATA-5", DataChecks::masked));
  }

  private static Outcome validated(Bench bench) {
    MockApi mock = bench.mock(FEW);
    Connector connector = bench.connector(mock, Probe.QUICK);
    Judgement judgement = new Judgement();
    List<String> types = new ArrayList<>();
    for (Target target : Target.all(bench.definition())) {
      if (wrong(judgement, target, connector, mock, new RecordFault.WrongType())) {
        types.add(target.name());
      }
    }
    List<String> fields = new ArrayList<>();
    for (Target target : Target.kinds(bench.definition())) {
      if (wrong(judgement, target, connector, mock, new RecordFault.MissingField())) {
        fields.add(target.name());
      }
    }
    judgement.saw("a value of a wrong type was reported in " + String.join(", ", types));
    if (!fields.isEmpty()) {
      judgement.saw("a missing field in " + String.join(", ", fields));
    }
    return types.isEmpty() && !judgement.failed()
        ? new Outcome.NotApplicable("no schema says anything that a record could break")
        : judgement.outcome(mock);
  }

  /** Whether there can be such a record; the other records are as they should be. */
  private static boolean wrong(
      Judgement judgement, Target target, Connector connector, MockApi mock, Fault fault) {
    int before = mock.spoiled();
    ReadRequest request = target.request(mock);
    Expected expected = Expected.of(target, request, mock);
    mock.fail(fault.once().on(target.list()));
    Transcript read = Bench.read(connector, request);
    mock.heal();
    if (mock.spoiled() == before) {
      return false;
    }
    String what = " of " + target.name() + " with one that does not fit its schema";
    List<Event.Record> invalid =
        read.of(Event.Record.class).filter(it -> !it.violations().isEmpty()).toList();
    judgement
        .require("error of a read" + what, "none", read.code())
        .require("records" + what, expected.size(), read.records().size())
        .require("records with a violation" + what, 1, invalid.size())
        .require(
            "invalid records counted" + what,
            Optional.of(1L),
            read.status().map(it -> it.counts().invalid()));
    if (invalid.size() == 1) {
      located(judgement, target, expected, invalid.get(0));
    }
    return true;
  }

  /** A violation points to, or into, what is not as it was; or to where something is missing. */
  private static void located(
      Judgement judgement, Target target, Expected expected, Event.Record invalid) {
    List<String> key = key(target, invalid.data());
    Optional<JsonNode> right =
        expected.records().stream().filter(it -> key(target, it).equals(key)).findFirst();
    if (right.isEmpty() || key.isEmpty()) {
      return;
    }
    JsonNode before = expected.comparable(right.get());
    JsonNode after = expected.comparable(invalid.data());
    List<String> paths = invalid.violations().stream().map(Violation::path).toList();
    boolean found =
        paths.stream()
            .map(JsonPointer::compile)
            .anyMatch(it -> !Expected.plain(before.at(it)).equals(Expected.plain(after.at(it))));
    judgement.require(
        found, "the path of the value of " + target.name() + " that is wrong", paths.toString());
  }

  private static Outcome keys(Bench bench) {
    MockApi mock = bench.mock(FEW);
    Connector connector = bench.connector(mock, Probe.QUICK);
    Judgement judgement = new Judgement();
    List<String> names = new ArrayList<>();
    for (Target target : Target.all(bench.definition())) {
      if (!target.primaryKey().isEmpty()) {
        unique(judgement, target, Bench.read(connector, target.request(mock)));
        names.add(target.name());
      }
    }
    for (Target target : Target.kinds(bench.definition())) {
      missing(judgement, target, connector, mock);
    }
    judgement.saw("no key came twice in " + String.join(", ", names));
    return names.isEmpty()
        ? new Outcome.NotApplicable("no resource has a primary key")
        : judgement.outcome(mock);
  }

  private static void unique(Judgement judgement, Target target, Transcript read) {
    Set<List<String>> keys = new HashSet<>();
    for (Event.Record record : read.of(Event.Record.class).toList()) {
      List<String> key = new ArrayList<>(key(target, record.data()));
      judgement.require(
          keys.add(key), "keys of " + target.name() + " that are unique", key + " twice");
    }
  }

  private static void missing(
      Judgement judgement, Target target, Connector connector, MockApi mock) {
    int before = mock.spoiled();
    mock.fail(new RecordFault.MissingKey().once().on(target.list()));
    Transcript read = Bench.read(connector, target.request(mock));
    mock.heal();
    if (mock.spoiled() == before || target.primaryKey().isEmpty()) {
      return;
    }
    String key = target.primaryKey().get(0).toString();
    boolean reported =
        read.of(Event.Record.class)
            .flatMap(it -> it.violations().stream())
            .anyMatch(it -> it.path().equals(key) || it.message().contains(key.substring(1)));
    judgement
        .require(
            reported || read.code().equals("VALIDATION_ERROR"),
            "a record of " + target.name() + " without " + key + " reported",
            read.records().size() + " records, error " + read.code())
        .saw(target.name() + " without " + key + " was reported");
  }

  private static List<String> key(Target target, JsonNode record) {
    return target.primaryKey().stream().map(it -> record.at(it).asText()).toList();
  }

  /** All plain values that are not in an array. */
  static Map<JsonPointer, JsonNode> leaves(JsonPointer at, JsonNode value) {
    Map<JsonPointer, JsonNode> found = new LinkedHashMap<>();
    for (var field : value.properties()) {
      JsonPointer place = at.appendProperty(field.getKey());
      if (field.getValue().isObject()) {
        found.putAll(leaves(place, field.getValue()));
      } else if (field.getValue().isValueNode()) {
        found.put(place, field.getValue());
      }
    }
    return found;
  }

  private static Outcome masked(Bench bench) {
    List<Target> personal =
        Target.all(bench.definition()).stream()
            .filter(it -> !it.resource().record().personal().isEmpty())
            .toList();
    if (personal.isEmpty()) {
      return new Outcome.NotApplicable("no field is declared personal");
    }
    MockApi mock = bench.mock(new MockOptions(1, 8, 10));
    Map<String, String> values = new LinkedHashMap<>(Probe.QUICK);
    values.put("maskPersonal", "true");
    Connector open = bench.connector(mock, Probe.QUICK);
    Connector masking = bench.connector(mock, values);
    Judgement judgement = new Judgement();
    for (Target target : personal) {
      ReadRequest request = target.request(mock).withCanonical();
      Expected expected = Expected.of(target, request, mock);
      Transcript plain = Bench.read(open, request.limit(expected.size()));
      Transcript hidden = Bench.read(masking, request.limit(expected.size()));
      judgement
          .require(
              "what is wrong with " + target.name() + " that are not masked",
              "none",
              expected.difference(plain.records()))
          .require("masked " + target.name(), expected.size(), hidden.records().size());
      hidden(judgement, target, expected, hidden);
      if (judgement.failed()) {
        return judgement.outcome(mock);
      }
    }
    return judgement.outcome(mock);
  }

  private static void hidden(
      Judgement judgement, Target target, Expected expected, Transcript hidden) {
    List<JsonPointer> personal = target.resource().record().personal();
    List<Event.Record> events = hidden.of(Event.Record.class).toList();
    int masked = 0;
    for (int i = 0; i < Math.min(events.size(), expected.size()); i++) {
      for (var field : leaves(JsonPointer.empty(), expected.records().get(i)).entrySet()) {
        JsonPointer at = field.getKey();
        JsonNode got = events.get(i).data().at(at);
        boolean shown = Expected.plain(got).equals(Expected.plain(field.getValue()));
        boolean secret = personal.stream().anyMatch(it -> (at + "/").startsWith(it + "/"));
        if (secret && !field.getValue().isNull()) {
          masked++;
          judgement
              .require(!shown, "no " + at + " in masked " + target.name(), "its value")
              .require(
                  !copied(target, at, field.getValue(), events.get(i)),
                  "no " + at + " in the shared type of masked " + target.name(),
                  "its value");
        } else if (!secret) {
          judgement.require(shown, at + " of " + target.name() + " as it is", "another value");
        }
      }
    }
    judgement.saw(masked + " values in " + events.size() + " " + target.name() + " were masked");
  }

  /** Whether the mapped form of a record still has a value of it. */
  private static boolean copied(
      Target target, JsonPointer at, JsonNode value, Event.Record record) {
    return target.resource().record().canonical().stream()
        .flatMap(it -> it.fields().entrySet().stream())
        .filter(
            it -> it.getValue() instanceof CanonicalMapping.From from && from.pointer().equals(at))
        .anyMatch(
            it -> record.canonical().filter(c -> c.at(it.getKey()).equals(value)).isPresent());
  }
}
