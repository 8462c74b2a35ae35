package dev.connector.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published schema as a client can use it alone: what it refers to is in it, and it says, as the
 * protocol wants, that it is about an object.
 */
final class OutputSchema {

  private static final String OURS = "urn:connector:cli:";

  private final Map<String, JsonNode> definitions = new TreeMap<>();

  private OutputSchema() {}

  /** The schema at a path of the class path. */
  static ObjectNode of(String path) {
    OutputSchema output = new OutputSchema();
    ObjectNode schema = output.read(path);
    schema.put("type", "object");
    output.definitions.forEach(schema.withObject("/$defs")::set);
    return schema;
  }

  private ObjectNode read(String path) {
    ObjectNode schema = (ObjectNode) Catalogue.json(path);
    // Many clients' validators know one dialect, and refuse to look at another's name.
    schema.remove(List.of("$schema", "$id"));
    inline(schema);
    return schema;
  }

  private void inline(JsonNode node) {
    String reference = node.path("$ref").asText();
    if (reference.startsWith(OURS)) {
      String name = reference.split(":")[3];
      if (!definitions.containsKey(name)) {
        definitions.put(name, read("/dev/connector/cli/schemas/" + name + ".schema.json"));
      }
      ((ObjectNode) node).put("$ref", "#/$defs/" + name);
    }
    node.forEach(this::inline);
  }
}
