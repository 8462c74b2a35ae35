package dev.connector.cli.agent.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A small connector that can be proposed. */
final class Acme {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String DEFINITION =
      """
      {
        "format": 1,
        "name": "acme",
        "version": "0.1.0",
        "title": "Acme",
        "description": "Orders.",
        "documentation": "https://docs.acme.example/",
        "baseUrl": "https://api.acme.example/v1",
        "settings": {
          "apiKey": {"title": "Key", "description": "A key of your account.", "secret": true}
        },
        "authentication": [
          {"type": "apiKey", "value": "{apiKey}", "placement": {"header": "X-Key"}}
        ],
        "resources": {}
      }
      """;

  private static final String RESOURCE =
      """
      {
        "description": "What was ordered.",
        "schema": "schemas/%s.json",
        "primaryKey": ["/id"],
        "operations": {"list": {"path": "/%s", "records": "/data"}}
      }
      """;

  private static final String SCHEMA =
      """
      {
        "title": "Order",
        "type": "object",
        "properties": {"id": {"type": "string", "description": "Its number."}},
        "required": ["id"]
      }
      """;

  private Acme() {}

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** The definition with some resources, each of one list. */
  static ObjectNode definition(String... resources) {
    ObjectNode definition = json(DEFINITION);
    for (String name : resources) {
      definition.withObject("/resources").set(name, json(RESOURCE.formatted(name, name)));
    }
    return definition;
  }

  static ObjectNode schema() {
    return json(SCHEMA);
  }

  /** The arguments that propose a definition with the schemas it names. */
  static ObjectNode whole(ObjectNode definition) {
    ObjectNode arguments = json("{}");
    arguments.set("definition", definition);
    definition
        .path("resources")
        .forEach(it -> arguments.withObject("/schemas").set(it.path("schema").asText(), schema()));
    return arguments;
  }

  /** The arguments that propose these resources. */
  static ObjectNode whole(String... resources) {
    return whole(definition(resources));
  }

  /** The arguments that change a definition. */
  static ObjectNode changes(String patch) {
    ObjectNode arguments = json("{}");
    arguments.set("changes", json(patch));
    return arguments;
  }

  /** A reviewer's report. */
  static ObjectNode report(List<String> doubts, String... open) {
    ObjectNode report = json("{\"findings\": [], \"open\": []}");
    doubts.forEach(
        it ->
            report
                .withArray("/findings")
                .addObject()
                .put("place", "/resources/orders")
                .put("wrong", it)
                .put("documented", "d1.2"));
    for (String line : open) {
      report.withArray("/open").add(line);
    }
    return report;
  }
}
