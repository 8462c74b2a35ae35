package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.Tool;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a tool: their schema, and what a model really sent. */
final class Input {

  private final ObjectNode schema = JsonNodeFactory.instance.objectNode();

  Input() {
    schema.put("type", "object").putObject("properties");
    schema.putArray("required");
    schema.put("additionalProperties", false);
  }

  Input texts(String name, String description) {
    ObjectNode property = property(name, "array", description);
    property.putObject("items").put("type", "string");
    return this;
  }

  Input text(String name, String description) {
    property(name, "string", description);
    return this;
  }

  Input object(String name, String description) {
    property(name, "object", description);
    return this;
  }

  Input required(String... names) {
    for (String name : names) {
      schema.withArray("required").add(name);
    }
    return this;
  }

  private ObjectNode property(String name, String type, String description) {
    return schema
        .withObject("/properties")
        .putObject(name)
        .put("type", type)
        .put("description", description);
  }

  Tool tool(String name, String description) {
    return new Tool(name, description, schema);
  }

  /** A list of texts as sent; a single text is taken for a list of one. */
  static List<String> texts(ObjectNode arguments, String name, int most) {
    JsonNode sent = arguments.path(name);
    List<String> texts = new ArrayList<>();
    if (sent.isTextual()) {
      texts.add(sent.textValue());
    }
    for (JsonNode each : sent.isArray() ? sent : JsonNodeFactory.instance.arrayNode()) {
      if (each.isTextual() && texts.size() < most) {
        texts.add(each.textValue());
      }
    }
    return texts;
  }

  /** Text cut at a length, which says so. */
  static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most) + "\n[cut here; " + (text.length() - most) + " characters more]";
  }
}
