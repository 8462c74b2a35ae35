package dev.connector.scaffold.infer.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a value looks like of which there is only an example. */
final class ExampleSchema {

  private static final int DEEPEST = 8;
  private static final int MOST_ELEMENTS = 5;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ExampleSchema() {}

  /** The schema that an example fits; text that is JSON is taken for it. */
  static ApiSchema of(ApiContent.Example example) {
    JsonNode schema = schema(parsed(example.value()), 0);
    return ApiSchema.of((from, reference) -> Optional.empty(), example.place(), schema);
  }

  private static JsonNode parsed(JsonNode value) {
    String text = value.isTextual() ? value.textValue().strip() : "";
    boolean json = text.startsWith("{") || text.startsWith("[");
    if (!json || text.length() > LONGEST_TEXT) {
      return value;
    }
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static ObjectNode schema(JsonNode value, int depth) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    if (depth > DEEPEST || value.isNull() || value.isMissingNode()) {
      return schema;
    } else if (value.isObject()) {
      ObjectNode properties = schema.put("type", "object").putObject("properties");
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        properties.set(member.getKey(), schema(member.getValue(), depth + 1));
      }
    } else if (value.isArray()) {
      ObjectNode items = schema.put("type", "array").putObject("items");
      for (int i = 0; i < Math.min(value.size(), MOST_ELEMENTS); i++) {
        merge(items, schema(value.path(i), depth + 1));
      }
    } else {
      schema.put("type", type(value));
    }
    return schema;
  }

  private static String type(JsonNode value) {
    if (value.isTextual()) {
      return "string";
    } else if (value.isBoolean()) {
      return "boolean";
    }
    return value.isIntegralNumber() ? "integer" : "number";
  }

  /** Elements of a list have what any of them has. */
  private static void merge(ObjectNode into, ObjectNode from) {
    if (from.has("type") && !into.has("type")) {
      into.set("type", from.path("type"));
    }
    for (String word : List.of("properties", "items")) {
      if (from.path(word).isObject()) {
        ObjectNode target = into.withObjectProperty(word);
        for (Map.Entry<String, JsonNode> member : from.path(word).properties()) {
          if (!target.has(member.getKey())) {
            target.set(member.getKey(), member.getValue());
          }
        }
      }
    }
  }
}
