package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.runtime.schema.Violation;
import dev.connector.spec.definition.RecordType;
import dev.connector.spec.definition.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the records of an operation, the same fault of many records told once. */
record RecordFaults(Claim claim, String operation, Diagnosis diagnosis) {

  /** Faults that are told one by one. */
  private static final int MOST = 6;

  private static final String LACKS = "lacks ";
  private static final String NO_KEY = "lacks the primary key";

  /** A record and where it does not fit. */
  record Judged(JsonNode record, List<Violation> violations) {}

  /** Records by their schema and their primary key. */
  static List<Judged> judged(RecordType type, JsonNode schema, List<JsonNode> records) {
    RecordSchema rules = RecordSchema.of(schema);
    List<Judged> judged = new ArrayList<>();
    for (JsonNode record : records) {
      List<Violation> violations = new ArrayList<>(rules.violations(record));
      type.primaryKey().stream()
          .filter(it -> record.at(it).isMissingNode() || record.at(it).isNull())
          .forEach(it -> violations.add(new Violation(it.toString(), NO_KEY)));
      judged.add(new Judged(record, violations));
    }
    return judged;
  }

  List<Step.Failed> of(List<Judged> records, Optional<Exchange> page) {
    if (isEnvelope(records, page)) {
      Step.Failed failed =
          Step.Failed.of(operation, "records", "one object that holds them").seenIn(page);
      return List.of(diagnosis.noRecords(failed, operation, page.get().json()));
    }
    Map<Violation, List<Found>> faults = new LinkedHashMap<>();
    for (Judged record : records) {
      Set<Violation> once = new LinkedHashSet<>();
      for (Violation violation : record.violations()) {
        Violation general = new Violation(general(violation.path()), violation.message());
        if (once.add(general)) {
          faults
              .computeIfAbsent(general, it -> new ArrayList<>())
              .add(new Found(violation.path(), record.record()));
        }
      }
    }
    List<Step.Failed> failed = new ArrayList<>();
    for (var fault : faults.entrySet()) {
      if (fault.getKey().message().equals(NO_KEY)) {
        failed.add(keyless(fault.getKey(), fault.getValue().size(), records).seenIn(page));
      } else if (failed.size() < MOST) {
        failed.add(violation(fault.getKey(), fault.getValue(), records.size()).seenIn(page));
      }
    }
    return failed;
  }

  private record Found(String path, JsonNode record) {
    JsonNode value() {
      return record.at(path);
    }
  }

  /** Whether what was taken for a record is the object around the records. */
  boolean isEnvelope(List<Judged> records, Optional<Exchange> page) {
    Records declared = diagnosis.records(operation);
    return declared.shape() instanceof Records.Array
        && !records.isEmpty()
        && records.stream().noneMatch(it -> it.violations().isEmpty())
        && page.map(it -> it.json().at(declared.at())).filter(JsonNode::isObject).isPresent()
        && !Outline.arrays(page.get().json()).isEmpty();
  }

  private Step.Failed violation(Violation fault, List<Found> found, int all) {
    String file = claim.resource().record().schema();
    Set<String> types = new LinkedHashSet<>();
    found.forEach(it -> types.add(Outline.type(it.value())));
    String place = fault.path().isEmpty() ? "the record itself" : fault.path();
    String came = String.join(" or ", types);
    if (fault.message().startsWith(LACKS)) {
      return Step.Failed.of(
              operation,
              "records as " + file + " has them",
              found.size() + " of " + all + " records: " + place + " " + fault.message())
          .because("The schema demands a field that the API does not give to every record.")
          .change(
              new Change(
                  file + " at " + fault.path() + "/required",
                  "take \""
                      + fault.message().substring(LACKS.length())
                      + "\" out, or correct where the record is taken from"));
    }
    return Step.Failed.of(
            operation,
            "records as " + file + " has them",
            found.size() + " of " + all + " records: " + place + ": " + fault.message())
        .because(
            "The schema says what the API's records are like, and these are not: there is "
                + came
                + " at "
                + place
                + ".")
        .change(
            new Change(
                file + " at " + place,
                "allow what the API gives, or correct where the record is taken from"));
  }

  private Step.Failed keyless(Violation fault, int count, List<Judged> records) {
    List<String> candidates = candidates(records);
    return Step.Failed.of(
            operation,
            "a primary key in every record",
            count + " of " + records.size() + " records have nothing at " + fault.path())
        .because(
            "Everything that stores the records tells them apart by their key."
                + (candidates.isEmpty()
                    ? ""
                    : " Every record has another " + String.join(", another ", candidates) + "."))
        .change(
            Change.resource(
                claim.name(),
                "primaryKey",
                "it is "
                    + claim.resource().record().primaryKey()
                    + (candidates.isEmpty()
                        ? "; name a field that every record has"
                        : "; perhaps it should be \"" + candidates.get(0) + "\"")));
  }

  /** Fields that tell the records apart, those first whose names say so. */
  private static List<String> candidates(List<Judged> records) {
    List<String> found = new ArrayList<>();
    for (JsonPointer pointer : Outline.leaves(records.get(0).record()).keySet()) {
      Set<String> values = new LinkedHashSet<>();
      records.stream()
          .map(it -> it.record().at(pointer))
          .filter(it -> it.isTextual() || it.isIntegralNumber())
          .forEach(it -> values.add(it.asText()));
      if (values.size() == records.size() && named(pointer)) {
        found.add(pointer.toString());
      }
    }
    return found.subList(0, Math.min(3, found.size()));
  }

  private static boolean named(JsonPointer pointer) {
    return pointer
        .last()
        .getMatchingProperty()
        .matches("(?i).*(id|key|uuid|guid|number|code|slug|sid|ref)");
  }

  /** The same place in all elements of an array. */
  private static String general(String path) {
    return path.replaceAll("/\\d+(?=/|$)", "/*");
  }
}
