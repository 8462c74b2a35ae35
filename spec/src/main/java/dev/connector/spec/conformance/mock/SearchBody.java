package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.conformance.mock.data.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A search as bodies say it: {@code {"filterGroups":[{"filters":[{"propertyName":…,
 * "operator":"EQ","value":…}]}], "sorts":[{"propertyName":…,"direction":"DESCENDING"}],
 * "query":…}}; a record fits all filters of any group. Times compare as times, as text or as
 * milliseconds.
 *
 * @param asks whether the text narrows down what is found
 */
record SearchBody(JsonNode body, boolean asks) {

  static final String TEXT = "query";

  /**
   * What fits, in the order asked for.
   *
   * @throws IllegalArgumentException where an operator is not known
   */
  Stream<Stored> apply(Stream<Stored> records) {
    JsonNode groups = body.path("filterGroups");
    Stream<Stored> found =
        groups.isEmpty()
            ? records
            : records.filter(
                it -> stream(groups).anyMatch(group -> fitsAll(group.path("filters"), it)));
    String text = body.path(TEXT).asText("").toLowerCase(Locale.ROOT);
    if (asks && !text.isEmpty()) {
      found = found.filter(it -> it.record().toString().toLowerCase(Locale.ROOT).contains(text));
    }
    for (JsonNode sort : body.path("sorts")) {
      found = sorted(sort, found);
    }
    return found;
  }

  private static Stream<Stored> sorted(JsonNode sort, Stream<Stored> records) {
    String name = sort.isTextual() ? sort.asText() : sort.path("propertyName").asText();
    Comparator<Map.Entry<SortKey, Stored>> by = Map.Entry.comparingByKey();
    return records
        .map(it -> Map.entry(SortKey.of(value(it, name)), it))
        .sorted(sort.path("direction").asText().equals("DESCENDING") ? by.reversed() : by)
        .map(Map.Entry::getValue);
  }

  private static boolean fitsAll(JsonNode filters, Stored record) {
    return stream(filters).allMatch(filter -> fits(filter, record));
  }

  private static boolean fits(JsonNode filter, Stored record) {
    String actual = value(record, filter.path("propertyName").asText());
    List<String> values = stream(filter.path("values")).map(JsonNode::asText).toList();
    String wanted = filter.path("value").asText().replace("*", "");
    boolean there = !actual.isEmpty();
    switch (filter.path("operator").asText()) {
      case "EQ":
        return there && compare(actual, filter, "value") == 0;
      case "NEQ":
        return compare(actual, filter, "value") != 0;
      case "LT":
        return there && compare(actual, filter, "value") < 0;
      case "LTE":
        return there && compare(actual, filter, "value") <= 0;
      case "GT":
        return there && compare(actual, filter, "value") > 0;
      case "GTE":
        return there && compare(actual, filter, "value") >= 0;
      case "BETWEEN":
        return there
            && compare(actual, filter, "value") >= 0
            && compare(actual, filter, "highValue") <= 0;
      case "HAS_PROPERTY":
        return there;
      case "NOT_HAS_PROPERTY":
        return !there;
      case "CONTAINS_TOKEN":
        return actual.contains(wanted);
      case "NOT_CONTAINS_TOKEN":
        return !actual.contains(wanted);
      case "IN":
        return values.contains(actual);
      case "NOT_IN":
        return there && !values.contains(actual);
      default:
        throw new IllegalArgumentException("operator " + filter.path("operator"));
    }
  }

  private static int compare(String actual, JsonNode filter, String field) {
    return SortKey.of(actual).compareTo(SortKey.of(filter.path(field).asText()));
  }

  private static String value(Stored stored, String name) {
    JsonNode property = stored.record().path("properties").path(name);
    return (property.isMissingNode() ? stored.record().path(name) : property).asText("");
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
