package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiSchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what a record looks like as a JSON Schema that stands alone and refuses no record that its
 * API may well return: values that the document lists are told, not demanded, and unknown members
 * are welcome. Bounded in size, whatever the document has: what is further down is any object.
 */
final class RecordSchemas {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "integer", "number", "boolean", "null");
  private static final Set<String> FORMATS = Set.of("date-time", "date", "uuid");
  private static final int MOST_MEMBERS = 800;
  private static final int MOST_DEFINITIONS = 60;
  private static final int DEEPEST = 6;
  private static final int MOST_VALUES = 12;

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int members;

  private record Waiting(ApiSchema schema, String name, int depth) {}

  private RecordSchemas() {}

  /**
   * @param record empty where the document does not say what a record is
   */
  static ObjectNode write(Optional<ApiSchema> record, String title, List<JsonPointer> primaryKey) {
    return new RecordSchemas().schema(record, title, primaryKey);
  }

  private ObjectNode schema(
      Optional<ApiSchema> record, String title, List<JsonPointer> primaryKey) {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", DIALECT).put("title", title);
    record.ifPresent(it -> schema.setAll(object(it, 0)));
    schema.put("type", "object").remove("format");
    require(schema, primaryKey);
    ObjectNode definitions = JSON.objectNode();
    while (!waiting.isEmpty()) {
      Waiting next = waiting.removeFirst();
      definitions.set(next.name(), object(next.schema(), next.depth()));
    }
    if (!definitions.isEmpty()) {
      schema.set("$defs", definitions);
    }
    return schema;
  }

  private static void require(ObjectNode schema, List<JsonPointer> primaryKey) {
    Set<String> required = new LinkedHashSet<>();
    primaryKey.stream()
        .filter(it -> it.tail().matches())
        .forEach(it -> required.add(it.getMatchingProperty()));
    schema.path("required").forEach(it -> required.add(it.asText()));
    if (!required.isEmpty()) {
      ArrayNode list = schema.putArray("required");
      required.forEach(list::add);
    }
    for (String name : required) {
      JsonNode property = schema.path("properties").path(name);
      if (property.isMissingNode()) {
        schema.withObjectProperty("properties").putObject(name);
      }
    }
  }

  /** What a value is, by reference where the document has a name for it. */
  private ObjectNode value(ApiSchema schema, int depth) {
    if (schema.name().isPresent() && schema.isObject() && !schema.properties().isEmpty()) {
      String known = names.get(schema.place());
      boolean deep = depth > DEEPEST || names.size() >= MOST_DEFINITIONS || members > MOST_MEMBERS;
      if (known == null && deep) {
        return typed(schema);
      }
      if (known == null) {
        known = name(schema.name().get());
        names.put(schema.place(), known);
        waiting.addLast(new Waiting(schema, known, depth));
      }
      return reference(known, schema.nullable());
    }
    return object(schema, depth);
  }

  private static ObjectNode reference(String name, boolean nullable) {
    ObjectNode reference = JSON.objectNode().put("$ref", "#/$defs/" + name);
    if (!nullable) {
      return reference;
    }
    ObjectNode either = JSON.objectNode();
    either.putArray("anyOf").add(reference).add(JSON.objectNode().put("type", "null"));
    return either;
  }

  private ObjectNode object(ApiSchema schema, int depth) {
    ObjectNode node = typed(schema);
    if (depth > DEEPEST || members > MOST_MEMBERS) {
      return node;
    }
    Set<String> types = types(schema);
    Map<String, ApiSchema> properties = properties(schema);
    if (!properties.isEmpty() && (types.contains("object") || types.isEmpty())) {
      ObjectNode written = node.putObject("properties");
      properties.forEach(
          (name, property) -> {
            members++;
            written.set(name, value(property, depth + 1));
          });
      ArrayNode required = JSON.arrayNode();
      schema.required().stream().filter(written::has).forEach(required::add);
      if (!required.isEmpty()) {
        node.set("required", required);
      }
    } else if (types.contains("object")) {
      schema.additional().ifPresent(it -> node.set("additionalProperties", value(it, depth + 1)));
    }
    if (types.contains("array")) {
      schema.items().ifPresent(it -> node.set("items", value(it, depth + 1)));
    }
    return node;
  }

  /** The properties that a response has; where it is one of several, those of all of them. */
  private static Map<String, ApiSchema> properties(ApiSchema schema) {
    Map<String, ApiSchema> properties = new LinkedHashMap<>();
    schema.properties().forEach(properties::put);
    List<ApiSchema> alternatives = schema.alternatives();
    if (alternatives.stream().allMatch(it -> it.isObject() || isNull(it))) {
      Set<String> conflicts = new HashSet<>();
      for (ApiSchema alternative : alternatives) {
        alternative
            .properties()
            .forEach(
                (name, property) -> {
                  ApiSchema other = properties.putIfAbsent(name, property);
                  if (other != null && !other.types().equals(property.types())) {
                    conflicts.add(name);
                  }
                });
      }
      conflicts.forEach(properties::remove);
    }
    properties.values().removeIf(ApiSchema::writeOnly);
    return properties;
  }

  private static boolean isNull(ApiSchema schema) {
    return schema.types().equals(Set.of("null"));
  }

  private static Set<String> types(ApiSchema schema) {
    Set<String> types = new LinkedHashSet<>(schema.types());
    for (ApiSchema alternative : schema.alternatives()) {
      if (alternative.types().isEmpty()) {
        return Set.of();
      }
      types.addAll(alternative.types());
    }
    if (!TYPES.containsAll(types)) {
      return Set.of();
    }
    if (schema.nullable() && !types.isEmpty()) {
      types.add("null");
    }
    if (types.contains("number")) {
      types.remove("integer");
    }
    return types;
  }

  private static ObjectNode typed(ApiSchema schema) {
    ObjectNode node = JSON.objectNode();
    String description = description(schema);
    if (!description.isEmpty()) {
      node.put("description", description);
    }
    Set<String> types = types(schema);
    if (types.size() == 1) {
      node.put("type", types.iterator().next());
    } else if (!types.isEmpty()) {
      ArrayNode list = node.putArray("type");
      types.forEach(list::add);
    }
    if (types.contains("string") && FORMATS.contains(schema.format())) {
      node.put("format", schema.format());
    }
    return node;
  }

  private static String description(ApiSchema schema) {
    String says = Prose.sentence(schema.description(), schema.title());
    List<String> values = new ArrayList<>();
    schema.values().stream()
        .filter(it -> it.isTextual() || it.isNumber())
        .limit(MOST_VALUES + 1L)
        .forEach(it -> values.add(Prose.sentence(it.asText())));
    if (values.size() < 2) {
      return says;
    }
    String more = values.size() > MOST_VALUES ? " and others" : "";
    return (says
            + " Values: "
            + String.join(", ", values.subList(0, Math.min(values.size(), MOST_VALUES)))
            + more
            + ".")
        .strip();
  }

  private String name(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length() && plain.length() < 80; i++) {
      char c = name.charAt(i);
      plain.append(c < 128 && Character.isLetterOrDigit(c) ? c : '_');
    }
    String wanted = plain.length() == 0 ? "Value" : plain.toString();
    Set<String> taken = new HashSet<>();
    names.values().forEach(it -> taken.add(it.toLowerCase(Locale.ROOT)));
    String free = wanted;
    for (int i = 2; taken.contains(free.toLowerCase(Locale.ROOT)); i++) {
      free = wanted + i;
    }
    return free;
  }
}
