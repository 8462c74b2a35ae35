package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.data.Stored;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Filters as search bodies say them: {@code {"filterGroups":[{"filters":[{"propertyName":…,
 * "operator":"EQ","value":…}]}]}}; a record fits all filters of any group.
 */
record SearchBody(JsonNode body) {

  Stream<Stored> apply(Stream<Stored> records) {
    JsonNode groups = body.path("filterGroups");
    return groups.isEmpty()
        ? records
        : records.filter(
            it -> stream(groups).anyMatch(group -> fitsAll(group.path("filters"), it.record())));
  }

  private static boolean fitsAll(JsonNode filters, JsonNode record) {
    return stream(filters).allMatch(filter -> fits(filter, record));
  }

  private static boolean fits(JsonNode filter, JsonNode record) {
    String name = filter.path("propertyName").asText();
    String actual = record.path("properties").path(name).asText("");
    String wanted = filter.path("value").asText();
    switch (filter.path("operator").asText()) {
      case "EQ":
        return actual.equals(wanted);
      case "NEQ":
        return !actual.equals(wanted);
      case "HAS_PROPERTY":
        return !actual.isEmpty();
      case "NOT_HAS_PROPERTY":
        return actual.isEmpty();
      case "CONTAINS_TOKEN":
        return actual.contains(wanted);
      case "IN":
        return stream(filter.path("values")).anyMatch(it -> it.asText().equals(actual));
      default:
        return true;
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
