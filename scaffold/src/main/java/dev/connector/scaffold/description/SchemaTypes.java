package dev.connector.scaffold.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that a schema's words allow, said or not. */
public final class SchemaTypes {

  /** Names of other languages that documents use, and what they mean. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int32", "integer"),
          Map.entry("int64", "integer"),
          Map.entry("long", "integer"),
          Map.entry("float", "number"),
          Map.entry("double", "number"),
          Map.entry("decimal", "number"),
          Map.entry("bool", "boolean"),
          Map.entry("map", "object"),
          Map.entry("dict", "object"),
          Map.entry("hash", "object"),
          Map.entry("list", "array"),
          Map.entry("file", "string"),
          Map.entry("str", "string"),
          Map.entry("text", "string"),
          Map.entry("date", "string"),
          Map.entry("datetime", "string"),
          Map.entry("date-time", "string"),
          Map.entry("timestamp", "string"),
          Map.entry("uuid", "string"));

  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "number", "integer", "boolean", "null");

  private SchemaTypes() {}

  /** The types that all parts allow; the first parts win where they contradict each other. */
  static Set<String> of(List<JsonNode> parts) {
    Set<String> allowed = Set.of();
    for (JsonNode part : parts) {
      allowed = both(allowed, said(part.path("type")));
    }
    if (allowed.isEmpty()) {
      for (JsonNode part : parts) {
        allowed = both(allowed, implied(part));
      }
    }
    return Collections.unmodifiableSet(allowed);
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    Set<String> both = new LinkedHashSet<>();
    for (String type : some) {
      if (others.contains(type) || type.equals("integer") && others.contains("number")) {
        both.add(type);
      } else if (type.equals("number") && others.contains("integer")) {
        both.add("integer");
      }
    }
    return both.isEmpty() ? some : both;
  }

  /** Null is told apart from types, but where there is nothing else. */
  private static Set<String> said(JsonNode type) {
    Set<String> types = new LinkedHashSet<>();
    if (type.isTextual()) {
      add(type, types);
    }
    if (type.isArray()) {
      type.forEach(it -> add(it, types));
    }
    if (types.size() > 1) {
      types.remove("null");
    }
    return types;
  }

  private static void add(JsonNode type, Set<String> types) {
    if (type.isTextual()) {
      String name = type.textValue().trim().toLowerCase(Locale.ROOT);
      String known = OTHER_NAMES.getOrDefault(name, name);
      if (TYPES.contains(known)) {
        types.add(known);
      }
    }
  }

  private static Set<String> implied(JsonNode part) {
    if (part.path("properties").isObject()
        || part.path("additionalProperties").isObject()
        || part.path("additionalProperties").asBoolean()
        || part.path("patternProperties").isObject()) {
      return Set.of("object");
    }
    if (part.path("items").isContainerNode() || part.path("prefixItems").isArray()) {
      return Set.of("array");
    }
    if (part.path("enum").isArray()) {
      return ofValues(part.path("enum"));
    }
    if (part.has("const")) {
      return ofValues(List.of(part.path("const")));
    }
    if (part.has("pattern") || part.has("maxLength") || part.has("minLength")) {
      return Set.of("string");
    }
    return part.path("minimum").isNumber() || part.path("maximum").isNumber()
        ? Set.of("number")
        : Set.of();
  }

  private static Set<String> ofValues(Iterable<JsonNode> values) {
    Set<String> types = new LinkedHashSet<>();
    values.forEach(it -> ofValue(it).ifPresent(types::add));
    return types;
  }

  /** The type of a value, {@code string}; empty for null and where there is none. */
  public static Optional<String> ofValue(JsonNode value) {
    if (value.isTextual()) {
      return Optional.of("string");
    } else if (value.isNumber()) {
      return Optional.of(value.isIntegralNumber() ? "integer" : "number");
    } else if (value.isBoolean()) {
      return Optional.of("boolean");
    } else if (value.isContainerNode()) {
      return Optional.of(value.isObject() ? "object" : "array");
    }
    return Optional.empty();
  }
}
