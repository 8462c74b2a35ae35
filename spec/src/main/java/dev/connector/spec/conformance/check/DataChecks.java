package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.schema.Violation;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Check;
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.RecordFault;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.rules.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** DATA: what records are made of. */
final class DataChecks {

  private static final MockOptions FEW = new MockOptions(1, 3, 10);

  /** Neither fits a floating-point number of 64 bits. */
  private static final JsonNode DECIMAL =
      DecimalNode.valueOf(new BigDecimal("1234567890123456789.0123456789"));

  private static final JsonNode INTEGER =
      BigIntegerNode.valueOf(new BigInteger("9007199254740993"));

  private DataChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("DATA-1", DataChecks::validated),
        new Check("DATA-2", DataChecks::keys),
        new Check("DATA-3", DataChecks::canonical),
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

  private static Outcome canonical(Bench bench) {
    MockApi mock = bench.mock(FEW);
    Connector connector = bench.connector(mock, Probe.QUICK);
    Judgement judgement = new Judgement();
    int mapped = 0;
    int precise = 0;
    for (Target target : Target.all(bench.definition())) {
      Optional<CanonicalMapping> mapping = target.resource().record().canonical();
      if (mapping.isPresent()) {
        mapped(judgement, target, mapping.get(), connector, mock);
        mapped++;
      }
      precise += precise(judgement, target, connector, mock) ? 1 : 0;
    }
    if (mapped + precise == 0) {
      return new Outcome.NotApplicable("nothing is mapped, and no record holds a number");
    }
    return judgement.outcome(mock);
  }

  private static void mapped(
      Judgement judgement,
      Target target,
      CanonicalMapping mapping,
      Connector connector,
      MockApi mock) {
    ReadRequest request = target.request(mock);
    mapped(judgement, target, mapping, Bench.read(connector, request.withCanonical()));
    Map<JsonPointer, JsonNode> elsewhere = new LinkedHashMap<>();
    for (JsonPointer from : times(mapping, CanonicalType.of(mapping.type())).values()) {
      Expected.of(target, request, mock).records().stream()
          .findFirst()
          .map(it -> it.at(from).asText())
          .filter(it -> it.contains("T"))
          .ifPresent(it -> elsewhere.put(from, TextNode.valueOf(withOffset(it))));
    }
    elsewhere.forEach(
        (from, time) -> {
          mock.fail(new RecordFault.OtherValue(from, time).once().on(target.list()));
          mapped(judgement, target, mapping, Bench.read(connector, request.withCanonical()));
          mock.heal();
        });
    judgement.saw("the mapped form of each of " + target.name() + " is a valid " + mapping.type());
  }

  /** The same moment, as it is written where the clocks are ahead. */
  private static String withOffset(String time) {
    return OffsetDateTime.parse(time).withOffsetSameInstant(ZoneOffset.ofHours(2)).toString();
  }

  private static void mapped(
      Judgement judgement, Target target, CanonicalMapping mapping, Transcript read) {
    CanonicalType type = CanonicalType.of(mapping.type());
    judgement.require("error of mapped " + target.name(), "none", read.code());
    for (Event.Record record : read.of(Event.Record.class).toList()) {
      Optional<JsonNode> canonical = record.canonical();
      judgement.require(canonical.isPresent(), "a " + mapping.type(), "none");
      if (canonical.isPresent()) {
        List<Violation> problems = type.violations(canonical.get());
        judgement.require(
            problems.isEmpty(), "a " + mapping.type() + " that is valid", problems.toString());
        times(judgement, times(mapping, type), record.data(), canonical.get());
      }
    }
  }

  /** Where points in time stand in the canonical record, and where they come from. */
  private static Map<JsonPointer, JsonPointer> times(CanonicalMapping mapping, CanonicalType type) {
    Map<JsonPointer, JsonPointer> times = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach(
            (place, field) -> {
              if (type.hasTime(place) && field instanceof CanonicalMapping.From from) {
                times.put(place, from.pointer());
              }
            });
    return times;
  }

  /** A time is the same moment, in UTC. */
  private static void times(
      Judgement judgement, Map<JsonPointer, JsonPointer> times, JsonNode data, JsonNode canonical) {
    times.forEach(
        (place, from) -> {
          String said = canonical.at(place).asText();
          String source = data.at(from).asText();
          judgement.require(
              said.isEmpty() || said.endsWith("Z"), "a time in UTC at " + place, said);
          if (source.contains("T") && said.endsWith("Z")) {
            judgement.require(
                OffsetDateTime.parse(source).toInstant().toString(),
                OffsetDateTime.parse(source).toInstant(),
                OffsetDateTime.parse(said).toInstant());
          }
        });
  }

  /** Whether records have a number, which then keeps all of its digits. */
  private static boolean precise(
      Judgement judgement, Target target, Connector connector, MockApi mock) {
    ReadRequest request = target.request(mock);
    Map<JsonPointer, JsonNode> numbers = new LinkedHashMap<>();
    Expected.of(target, request, mock)
        .records()
        .forEach(it -> numbers(target, it).forEach(numbers::putIfAbsent));
    Optional<JsonPointer> number =
        numbers.keySet().stream()
            .min(Comparator.comparing(it -> numbers.get(it).isIntegralNumber()));
    if (number.isEmpty()) {
      return false;
    }
    JsonNode is = numbers.get(number.get());
    JsonNode large = is.isIntegralNumber() ? INTEGER : DECIMAL;
    mock.fail(new RecordFault.OtherValue(number.get(), large).once().on(target.list()));
    Transcript read = Bench.read(connector, request);
    mock.heal();
    boolean kept =
        read.records().stream()
            .map(it -> it.at(number.get()))
            .anyMatch(
                it -> it.isNumber() && it.decimalValue().compareTo(large.decimalValue()) == 0);
    judgement
        .require(
            kept,
            large.asText() + " at " + number.get() + " of " + target.name(),
            read.records().stream().map(it -> it.at(number.get()).asText()).toList().toString())
        .saw(target.name() + " kept all digits of " + large.asText());
    return true;
  }

  private static Map<JsonPointer, JsonNode> numbers(Target target, JsonNode record) {
    Map<JsonPointer, JsonNode> found = leaves(JsonPointer.empty(), record);
    found.values().removeIf(it -> !it.isNumber());
    found.keySet().removeAll(target.primaryKey());
    found.keySet().removeAll(target.incremental().map(Incremental::cursor).stream().toList());
    return found;
  }

  /** All plain values that are not in an array. */
  private static Map<JsonPointer, JsonNode> leaves(JsonPointer at, JsonNode value) {
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
