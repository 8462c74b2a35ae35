package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.Inference;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.OpenApiReader;

/** A small description, written in a test line by line. */
final class Described {

  static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode document = JSON.createObjectNode();

  private Described(String title) {
    document.put("openapi", "3.0.3");
    document.putObject("info").put("title", title).put("version", "1");
    document.putArray("servers").addObject().put("url", "https://api.acme.com");
    document.putObject("paths");
  }

  static Described api(String title) {
    return new Described(title);
  }

  /** A list of records with these fields, all texts, under {@code data}. */
  Described list(String path, String... fields) {
    ObjectNode envelope = JSON.createObjectNode().put("type", "object");
    ObjectNode data = envelope.putObject("properties").putObject("data").put("type", "array");
    data.set("items", record(fields));
    return operation("get", path, envelope);
  }

  /** An operation that returns one record, or takes one where it changes something. */
  Described one(String method, String path, String... fields) {
    return operation(method, path, record(fields));
  }

  /** A schema of texts that others refer to by its name. */
  Described component(String name, String... fields) {
    document
        .withObjectProperty("components")
        .withObjectProperty("schemas")
        .set(name, record(fields));
    return this;
  }

  private static ObjectNode record(String... fields) {
    ObjectNode record = JSON.createObjectNode().put("type", "object");
    for (String field : fields) {
      record.withObjectProperty("properties").putObject(field).put("type", "string");
    }
    return record;
  }

  private Described operation(String method, String path, JsonNode schema) {
    ObjectNode operation =
        document.withObjectProperty("paths").withObjectProperty(path).putObject(method);
    ObjectNode answer = operation.putObject("responses").putObject("200").put("description", "ok");
    answer.putObject("content").putObject("application/json").set("schema", schema);
    if (method.matches("post|put|patch")) {
      operation
          .putObject("requestBody")
          .putObject("content")
          .putObject("application/json")
          .set("schema", schema);
    }
    return this;
  }

  /** Members of an operation, JSON with single quotes. */
  Described with(String method, String path, String members) {
    ObjectNode operation = (ObjectNode) document.path("paths").path(path).path(method);
    operation.setAll((ObjectNode) json(members));
    return this;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  InferredDefinition definition() {
    return definition(Selection.everything());
  }

  InferredDefinition definition(Selection selection) {
    return new Inference(OpenApiReader.read(document), Lexicon.standard()).definition(selection);
  }
}
