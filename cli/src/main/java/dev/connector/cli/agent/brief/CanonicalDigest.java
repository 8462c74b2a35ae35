package dev.connector.cli.agent.brief;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.canonical.CanonicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The canonical types and the places of their fields, a line each. */
final class CanonicalDigest {

  private CanonicalDigest() {}

  static String text() {
    return CanonicalType.names().stream()
        .map(
            name -> {
              JsonNode schema = CanonicalType.of(name).schema();
              return name + ": " + String.join(" ", places(schema, schema, ""));
            })
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> places(JsonNode type, JsonNode schema, String above) {
    List<String> places = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            each -> {
              JsonNode field = resolved(type, each.getValue());
              String place = above + "/" + each.getKey();
              if (field.has("properties")) {
                List<String> parts = places(type, field, "");
                places.add(place + "{" + String.join(" ", parts).replace("/", "") + "}");
              } else if (!each.getKey().equals("custom")) {
                places.add(place + words(field) + elements(type, field));
              }
            });
    return places;
  }

  private static JsonNode resolved(JsonNode type, JsonNode schema) {
    String reference = schema.path("$ref").asText("");
    return reference.startsWith("#") ? type.at(reference.substring(1)) : schema;
  }

  /** The words that a field may have. */
  private static String words(JsonNode field) {
    List<String> words = new ArrayList<>();
    field.path("enum").forEach(word -> words.add(word.asText()));
    return words.isEmpty() ? "" : "(" + String.join("|", words) + ")";
  }

  /** What the elements of a list have. */
  private static String elements(JsonNode type, JsonNode field) {
    if (!field.path("type").asText().equals("array")) {
      return "";
    }
    JsonNode element = resolved(type, field.path("items"));
    return element.has("properties") ? "[]" : "[" + element.path("type").asText() + "]";
  }
}
