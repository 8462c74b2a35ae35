package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the schemas that have names of their own, as JSON Schema 2020-12 lets them. */
final class Anchors {

  private static final List<String> WORDS = List.of("$anchor", "$dynamicAnchor", "$id");

  private final Map<String, String> found = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();

  private Anchors() {}

  /** JSON Pointers by name; the first of a name counts. */
  static Map<String, String> of(JsonNode root) {
    if (root.has("swagger") || root.path("openapi").asText().startsWith("3.0")) {
      return Map.of();
    }
    Anchors anchors = new Anchors();
    anchors.search(root);
    return anchors.found;
  }

  private void search(JsonNode node) {
    if (node.isObject()) {
      for (String word : WORDS) {
        JsonNode name = node.get(word);
        if (name != null && name.isTextual()) {
          found.putIfAbsent(name.textValue(), pointer());
        }
      }
      for (Map.Entry<String, JsonNode> it : node.properties()) {
        below(it.getKey(), it.getValue());
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      below(String.valueOf(i), node.get(i));
    }
  }

  private void below(String name, JsonNode node) {
    if (node.isContainerNode()) {
      path.addLast(name);
      search(node);
      path.removeLast();
    }
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (String name : path) {
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
