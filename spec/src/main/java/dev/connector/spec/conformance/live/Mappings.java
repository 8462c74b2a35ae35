package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.schema.Violation;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.definition.CanonicalMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether mapped records are what their shared type says (LIVE-3). */
final class Mappings {

  private Mappings() {}

  /** Judges the records of a sample, which were read with their canonical form. */
  static void judge(Sample sample, Steps steps) {
    Optional<CanonicalMapping> declared = sample.claim().resource().record().canonical();
    if (declared.isEmpty()) {
      return;
    }
    CanonicalMapping mapping = declared.get();
    String what = sample.claim().name() + " as " + mapping.type();
    if (sample.events().isEmpty()) {
      steps.add(new Step.Open(what, "there are no records to map"));
      return;
    }
    CanonicalType type = CanonicalType.of(mapping.type());
    Map<Violation, List<Event.Record>> faults = new LinkedHashMap<>();
    for (Event.Record record : sample.events()) {
      for (Violation violation : record.canonical().map(type::violations).orElse(List.of())) {
        faults.computeIfAbsent(violation, it -> new ArrayList<>()).add(record);
      }
    }
    faults.forEach((fault, records) -> steps.add(failed(sample, mapping, fault, records)));
    if (faults.isEmpty()) {
      String never = String.join(", ", neverFilled(sample, mapping));
      steps.add(
          new Step.Passed(
              what,
              sample.events().size()
                  + " records are valid"
                  + (never.isEmpty() ? "" : ", none fills " + never)));
    }
  }

  private static Step.Failed failed(
      Sample sample, CanonicalMapping mapping, Violation fault, List<Event.Record> records) {
    String name = sample.claim().name();
    Step.Failed failed =
        Step.Failed.of(
                name + " as " + mapping.type(),
                "valid records of the type " + mapping.type(),
                records.size()
                    + " of "
                    + sample.events().size()
                    + " records: "
                    + (fault.path().isEmpty() ? "" : fault.path() + " ")
                    + fault.message())
            .seenIn(sample.firstPage());
    Optional<Map.Entry<JsonPointer, CanonicalMapping.Field>> field =
        mapping.fields().entrySet().stream()
            .filter(it -> (fault.path() + "/").startsWith(it.getKey() + "/"))
            .findFirst();
    if (field.isEmpty()) {
      return failed
          .because("The type " + mapping.type() + " demands something that nothing is mapped to.")
          .change(
              Change.resource(
                  name,
                  "canonical/fields",
                  "map a field of the record to " + missing(fault) + ", or give it a constant"));
    }
    String place = "canonical/fields/" + field.get().getKey().toString().replace("/", "~1");
    if (!(field.get().getValue() instanceof CanonicalMapping.From from)) {
      return failed
          .because("The constant is not what the type demands.")
          .change(Change.resource(name, place, "write another constant"));
    }
    JsonNode source = records.get(0).data().at(from.pointer());
    return failed
        .because(
            "It is made of "
                + from.pointer()
                + ", where the record has "
                + (source.isMissingNode()
                    ? "nothing"
                    : source.asText("x").isEmpty() ? "an empty text" : "a " + Outline.type(source))
                + ".")
        .change(
            Change.resource(
                name,
                place,
                source.isMissingNode()
                    ? "take it from a field that the record has"
                    : "take it from another field, or say how the API writes it (\"as\", \"values\")"));
  }

  private static String missing(Violation fault) {
    return fault.path().isEmpty() ? "what is missing" : fault.path();
  }

  private static List<String> neverFilled(Sample sample, CanonicalMapping mapping) {
    List<String> never = new ArrayList<>();
    mapping
        .fields()
        .forEach(
            (place, field) -> {
              if (field instanceof CanonicalMapping.From from
                  && sample.records().stream()
                      .map(it -> it.at(from.pointer()))
                      .allMatch(it -> it.isMissingNode() || it.isNull())) {
                never.add(place + " (from " + from.pointer() + ")");
              }
            });
    return never;
  }
}
