package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a JSON value is made of, without the values: {@code {"items": [25 x {"id": number}]}}. */
final class Outline {

  private static final int FIELDS = 8;
  private static final int DEPTH = 3;
  private static final int NAME = 40;

  private Outline() {}

  static String of(JsonNode value) {
    return of(value, DEPTH);
  }

  /** The word for a value's type. */
  static String type(JsonNode value) {
    return value.isTextual()
        ? "text"
        : value.isMissingNode() ? "nothing" : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static String of(JsonNode value, int depth) {
    if (value.isArray()) {
      return value.isEmpty()
          ? "[]"
          : "[" + value.size() + " x " + (depth == 0 ? "..." : of(value.get(0), depth - 1)) + "]";
    }
    if (!value.isObject()) {
      return type(value);
    }
    if (depth == 0) {
      return "{...}";
    }
    List<String> fields = new ArrayList<>();
    value.properties().stream()
        .limit(FIELDS)
        .forEach(it -> fields.add(quoted(it.getKey()) + ": " + of(it.getValue(), depth - 1)));
    if (value.size() > FIELDS) {
      fields.add("and " + (value.size() - FIELDS) + " more");
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private static String quoted(String name) {
    return "\"" + (name.length() > NAME ? name.substring(0, NAME) + "..." : name) + "\"";
  }

  /** Every array of objects in a value that is not within another one, and how many there are. */
  static Map<JsonPointer, Integer> arrays(JsonNode value) {
    Map<JsonPointer, Integer> found = new LinkedHashMap<>();
    arrays(JsonPointer.empty(), value, DEPTH + 1, found);
    return found;
  }

  private static void arrays(
      JsonPointer at, JsonNode value, int depth, Map<JsonPointer, Integer> found) {
    if (value.isArray()) {
      if (value.isEmpty() || value.get(0).isObject()) {
        found.put(at, value.size());
      }
    } else if (depth > 0) {
      value
          .properties()
          .forEach(it -> arrays(at.appendProperty(it.getKey()), it.getValue(), depth - 1, found));
    }
  }

  /** Every plain value that is in no array. */
  static Map<JsonPointer, JsonNode> leaves(JsonNode value) {
    Map<JsonPointer, JsonNode> found = new LinkedHashMap<>();
    leaves(JsonPointer.empty(), value, DEPTH + 1, found);
    return found;
  }

  private static void leaves(
      JsonPointer at, JsonNode value, int depth, Map<JsonPointer, JsonNode> found) {
    if (value.isValueNode()) {
      found.put(at, value);
    } else if (value.isObject() && depth > 0) {
      value
          .properties()
          .forEach(it -> leaves(at.appendProperty(it.getKey()), it.getValue(), depth - 1, found));
    }
  }
}
