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
import dev.connector.spec.conformance.Judgement;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.fault.RecordFault;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.rules.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DATA-3: what becomes of records in the types that connectors share, and of their numbers. */
final class CanonicalChecks {

  private static final MockOptions FEW = new MockOptions(1, 3, 10);

  /** Neither fits a floating-point number of 64 bits. */
  private static final JsonNode DECIMAL =
      DecimalNode.valueOf(new BigDecimal("1234567890123456789.0123456789"));

  private static final JsonNode INTEGER =
      BigIntegerNode.valueOf(new BigInteger("9007199254740993"));

  private CanonicalChecks() {}

  static Outcome mapped(Bench bench) {
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
    Optional<JsonNode> record = Expected.of(target, request, mock).records().stream().findFirst();
    Map<JsonPointer, JsonNode> telling = record.map(it -> telling(mapping, it)).orElse(Map.of());
    mock.fail(new RecordFault.OtherValues(telling).once().on(target.list()));
    mapped(judgement, target, mapping, Bench.read(connector, request.withCanonical()));
    mock.heal();
    judgement.saw("the mapped form of each of " + target.name() + " is a valid " + mapping.type());
  }

  /** Values that show whether words are translated, times moved and digits kept. */
  private static Map<JsonPointer, JsonNode> telling(CanonicalMapping mapping, JsonNode record) {
    CanonicalType type = CanonicalType.of(mapping.type());
    Map<JsonPointer, JsonNode> telling = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach(
            (place, field) -> {
              if (field instanceof CanonicalMapping.From from) {
                JsonNode is = record.at(from.pointer());
                if (type.hasTime(place) && is.asText().contains("T")) {
                  telling.put(from.pointer(), TextNode.valueOf(withOffset(is.asText())));
                } else if (type.hasDecimal(place)) {
                  JsonNode digits = TextNode.valueOf(DECIMAL.asText());
                  telling.put(from.pointer(), is.isNumber() ? DECIMAL : digits);
                } else if (!is.isBoolean()) {
                  from.values().keySet().stream()
                      .findFirst()
                      .ifPresent(it -> telling.put(from.pointer(), TextNode.valueOf(it)));
                }
              }
            });
    return telling;
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
        judgement.require(
            "the " + mapping.type() + " that the mapping makes of " + target.name(),
            Expected.plain(type.form(mapping).from(record.data())),
            Expected.plain(canonical.get()));
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
    mock.fail(new RecordFault.OtherValues(Map.of(number.get(), large)).once().on(target.list()));
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
    Map<JsonPointer, JsonNode> found = DataChecks.leaves(JsonPointer.empty(), record);
    found.values().removeIf(it -> !it.isNumber());
    found.keySet().removeAll(target.primaryKey());
    found.keySet().removeAll(target.incremental().map(Incremental::cursor).stream().toList());
    return found;
  }
}
