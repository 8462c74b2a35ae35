package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON Schema as far as the form of records goes. Nothing in it is trusted: wrong types count as
 * absent, and references that lead in circles as leading nowhere.
 */
record SchemaView(JsonNode document) {

  private static final int MOST_STEPS = 32;

  /** Behind all references. */
  JsonNode resolved(JsonNode schema) {
    JsonNode next = schema;
    for (int step = 0; step < MOST_STEPS && next.path("$ref").isTextual(); step++) {
      next = target(next.path("$ref").textValue());
    }
    return next.path("$ref").isTextual() ? MissingNode.getInstance() : next;
  }

  /** The last reference on the way; empty where there is none. */
  String reference(JsonNode schema) {
    JsonNode next = only(schema);
    String last = "";
    for (int step = 0; step < MOST_STEPS && next.path("$ref").isTextual(); step++) {
      last = next.path("$ref").textValue();
      next = only(target(last));
    }
    return last;
  }

  /** Without references, and without the null that may stand in its place. */
  JsonNode essential(JsonNode schema) {
    JsonNode next = only(schema);
    for (int step = 0; step < MOST_STEPS && next.path("$ref").isTextual(); step++) {
      next = only(target(next.path("$ref").textValue()));
    }
    return next.path("$ref").isTextual() ? MissingNode.getInstance() : next;
  }

  boolean nullable(JsonNode schema) {
    JsonNode found = resolved(schema);
    return types(found).contains("null")
        || alternatives(found).stream().anyMatch(it -> types(resolved(it)).contains("null"))
        || found.path("enum").isArray() && hasNull(found.path("enum"));
  }

  /** Whether it has declared members, so that it can be a record. */
  boolean isObject(JsonNode schema) {
    Set<String> types = types(schema);
    types.remove("null");
    boolean fits =
        types.equals(Set.of("object")) || (types.isEmpty() && alternatives(schema).isEmpty());
    return fits && !properties(schema).isEmpty();
  }

  /** Whether it says what members without a name of their own are, so that there are some. */
  boolean promisesOthers(JsonNode schema) {
    JsonNode others = schema.path("additionalProperties");
    return others.isObject() && !others.isEmpty();
  }

  /** Its one type besides null; empty where it has none or several. */
  String kind(JsonNode schema) {
    Set<String> types = types(schema);
    types.remove("null");
    if (!alternatives(schema).isEmpty()) {
      return "";
    }
    if (types.isEmpty() && schema.path("enum").isArray()) {
      schema.path("enum").forEach(it -> types.add(it.isTextual() ? "string" : "any"));
    }
    if (types.isEmpty() && schema.path("allOf").isArray()) {
      schema.path("allOf").forEach(it -> types.addAll(types(resolved(it))));
    }
    return types.size() == 1 ? types.iterator().next() : "";
  }

  /** Declared members by name, those of all parts that have to fit together. */
  Map<String, JsonNode> properties(JsonNode schema) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    collect(schema, properties, new HashSet<>(), 0);
    return properties;
  }

  Set<String> required(JsonNode schema) {
    Set<String> required = new HashSet<>(SchemaReader.names(schema.path("required")));
    for (JsonNode part : schema.path("allOf")) {
      required.addAll(SchemaReader.names(resolved(part).path("required")));
    }
    return required;
  }

  String description(JsonNode schema, String otherwise) {
    String said = schema.path("description").asText("");
    return said.isBlank() ? schema.path("title").asText(otherwise) : said;
  }

  /** With the values it may have, where they are listed. */
  String description(JsonNode schema) {
    JsonNode found = essential(schema);
    String own = schema.path("description").asText("");
    String said = own.isBlank() ? found.path("description").asText("") : own;
    List<String> values = new ArrayList<>();
    found
        .path("enum")
        .forEach(
            it -> {
              if (it.isValueNode() && !it.isNull() && values.size() < 12) {
                values.add(it.asText());
              }
            });
    if (values.isEmpty()) {
      return said;
    }
    boolean more = found.path("enum").size() > 12;
    String listed = "One of " + String.join(", ", values) + (more ? " and more" : "") + ".";
    String stop = said.isBlank() || said.strip().endsWith(".") ? "" : ".";
    return said.isBlank() ? listed : said.strip() + stop + " " + listed;
  }

  private void collect(JsonNode schema, Map<String, JsonNode> into, Set<String> seen, int depth) {
    if (depth > MOST_STEPS) {
      return;
    }
    if (schema.path("$ref").isTextual()) {
      String reference = schema.path("$ref").textValue();
      if (seen.add(reference)) {
        collect(target(reference), into, seen, depth + 1);
      }
    }
    schema.path("allOf").forEach(part -> collect(part, into, seen, depth + 1));
    if (schema.path("properties").isObject()) {
      schema.path("properties").properties().forEach(it -> into.put(it.getKey(), it.getValue()));
    }
  }

  /** The one alternative besides null, or the one part, where there is just one. */
  private JsonNode only(JsonNode schema) {
    List<JsonNode> real =
        alternatives(schema).stream()
            .filter(it -> !types(resolved(it)).equals(Set.of("null")))
            .toList();
    if (real.size() == 1) {
      return real.get(0);
    }
    boolean wraps =
        schema.path("allOf").size() == 1
            && !schema.has("properties")
            && schema.path("allOf").get(0).isObject();
    return wraps ? schema.path("allOf").get(0) : schema;
  }

  private static List<JsonNode> alternatives(JsonNode schema) {
    List<JsonNode> alternatives = new ArrayList<>();
    schema.path("anyOf").forEach(alternatives::add);
    schema.path("oneOf").forEach(alternatives::add);
    return alternatives;
  }

  private static Set<String> types(JsonNode schema) {
    Set<String> types = new HashSet<>();
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      types.add(type.textValue());
    }
    if (type.isArray()) {
      type.forEach(it -> types.add(it.asText()));
    }
    return types;
  }

  private static boolean hasNull(JsonNode values) {
    for (JsonNode value : values) {
      if (value.isNull()) {
        return true;
      }
    }
    return false;
  }

  private JsonNode target(String reference) {
    if (reference.equals("#")) {
      return document;
    }
    try {
      return reference.startsWith("#/")
          ? document.at(JsonPointer.compile(reference.substring(1)))
          : MissingNode.getInstance();
    } catch (IllegalArgumentException malformed) {
      return MissingNode.getInstance();
    }
  }
}
