package dev.connector.spec.conformance.mock.data;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A schema as one node without references and combinations: what {@code $ref} leads to, all of
 * {@code allOf}, and one of {@code anyOf} and {@code oneOf}, joined with what stands beside them.
 *
 * @param root the document that references lead into
 */
record EffectiveSchema(JsonNode root, Random random) {

  private static final int DEEPEST = 20;

  /** The node itself where it has none of them. */
  JsonNode of(JsonNode schema) {
    return of(schema, 0);
  }

  private JsonNode of(JsonNode schema, int depth) {
    boolean plain =
        !schema.has("$ref") && !schema.has("allOf") && !schema.has("anyOf") && !schema.has("oneOf");
    if (plain || depth > DEEPEST) {
      return schema;
    }
    ObjectNode joined = JsonNodeFactory.instance.objectNode();
    String reference = schema.path("$ref").asText();
    if (reference.equals("#") || reference.startsWith("#/")) {
      join(joined, of(root.at(JsonPointer.compile(reference.substring(1))), depth + 1));
    }
    for (JsonNode part : schema.path("allOf")) {
      join(joined, of(part, depth + 1));
    }
    for (String word : List.of("anyOf", "oneOf")) {
      List<JsonNode> usable = alternatives(schema.path(word));
      if (!usable.isEmpty()) {
        join(joined, of(usable.get(random.nextInt(usable.size())), depth + 1));
      }
    }
    join(joined, schema);
    joined.remove(List.of("$ref", "allOf", "anyOf", "oneOf"));
    return joined;
  }

  /** Those with something in them, where there are such. */
  private static List<JsonNode> alternatives(JsonNode all) {
    List<JsonNode> usable = new ArrayList<>();
    for (JsonNode one : all) {
      if (one.isObject() && !one.path("type").asText().equals("null")) {
        usable.add(one);
      }
    }
    if (usable.isEmpty()) {
      all.forEach(usable::add);
    }
    return usable;
  }

  /** What is said last holds, but properties and demands add up. */
  private static void join(ObjectNode into, JsonNode part) {
    for (Map.Entry<String, JsonNode> word : part.properties()) {
      JsonNode before = into.path(word.getKey());
      if (word.getKey().equals("properties") && before.isObject()) {
        ObjectNode both = before.deepCopy();
        word.getValue().properties().forEach(it -> both.set(it.getKey(), it.getValue()));
        into.set("properties", both);
      } else if (word.getKey().equals("required") && before.isArray()) {
        Set<String> names = new LinkedHashSet<>();
        before.forEach(it -> names.add(it.asText()));
        word.getValue().forEach(it -> names.add(it.asText()));
        ArrayNode both = into.putArray("required");
        names.forEach(both::add);
      } else {
        into.set(word.getKey(), word.getValue());
      }
    }
  }
}
