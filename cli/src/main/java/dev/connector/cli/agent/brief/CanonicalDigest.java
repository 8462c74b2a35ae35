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
        .map(name -> name + ": " + String.join(" ", places(CanonicalType.of(name).schema(), "")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> places(JsonNode schema, String above) {
    List<String> places = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            each -> {
              String place = above + "/" + each.getKey();
              if (each.getValue().has("properties")) {
                places.addAll(places(each.getValue(), place));
              } else {
                places.add(place);
              }
            });
    return places;
  }
}
