package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Arguments of a write: what the user gives, and else the least that the schema takes.
 *
 * @param schema the resource's
 * @param given the user's own record; empty where none was given
 */
record MadeUp(JsonNode schema, Optional<ObjectNode> given) {

  private static final String NAME = "connector-verify";

  /**
   * The arguments of an operation that names no record, or of one whose key is known; empty where
   * one of them cannot be made up.
   *
   * @param known the arguments that are the key
   */
  Optional<Map<String, JsonNode>> of(Operation operation, Map<String, JsonNode> known, int number) {
    Map<String, JsonNode> all = new LinkedHashMap<>(known);
    Set<String> required = Claim.required(operation);
    long objects =
        required.stream()
            .filter(it -> operation.arguments().get(it).type() == Argument.Type.OBJECT)
            .count();
    for (var argument : operation.arguments().entrySet()) {
      String name = argument.getKey();
      boolean object = argument.getValue().type() == Argument.Type.OBJECT;
      if (all.containsKey(name)) {
        continue;
      }
      Optional<JsonNode> own = given.map(it -> it.get(name));
      if (own.isPresent()) {
        all.put(name, own.get());
      } else if (required.contains(name) && object && objects == 1 && given.isPresent()) {
        all.put(name, given.get());
      } else if (required.contains(name)) {
        Optional<JsonNode> made = made(name, argument.getValue(), number);
        if (made.isEmpty()) {
          return Optional.empty();
        }
        all.put(name, made.get());
      }
    }
    return Optional.of(all);
  }

  private Optional<JsonNode> made(String name, Argument argument, int number) {
    JsonNode property = schema.path("properties").path(name);
    JsonNode values = property.path("enum");
    if (values.isArray() && !values.isEmpty()) {
      return Optional.of(values.get(number % values.size()));
    }
    JsonNodeFactory json = JsonNodeFactory.instance;
    switch (argument.type()) {
      case INTEGER:
      case NUMBER:
        return Optional.of(json.numberNode(number));
      case BOOLEAN:
        return Optional.of(json.booleanNode(number % 2 == 1));
      case DATE:
        return Optional.of(TextNode.valueOf("2030-01-0" + number));
      case TIMESTAMP:
        return Optional.of(TextNode.valueOf("2030-01-0" + number + "T00:00:00Z"));
      case TEXT:
        return Optional.of(TextNode.valueOf(text(property.path("format").asText(), number)));
      default:
        return Optional.empty();
    }
  }

  private static String text(String format, int number) {
    switch (format) {
      case "email":
        return NAME + "-" + number + "@example.com";
      case "date":
        return "2030-01-0" + number;
      case "date-time":
        return "2030-01-0" + number + "T00:00:00Z";
      case "uri":
        return "https://example.com/" + NAME + "/" + number;
      default:
        return NAME + "-" + number;
    }
  }
}
