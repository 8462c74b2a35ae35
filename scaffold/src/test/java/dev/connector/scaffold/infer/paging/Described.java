package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.OpenApiReader;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list as a document describes it, made up piece by piece; its records are at {@code /data}. */
final class Described {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode document = MAPPER.createObjectNode();
  private ObjectNode operation;

  private Described(String method, String path) {
    add(method, path);
  }

  static Described list() {
    return new Described("get", "/things");
  }

  static Described list(String path) {
    return new Described("get", path);
  }

  static Described search() {
    return new Described("post", "/things/search");
  }

  /** Goes on with another operation, which is the one that is judged. */
  Described and(String path) {
    return add("get", path);
  }

  private Described add(String method, String path) {
    operation = document.withObject("/paths").putObject(path).putObject(method);
    return response("{}");
  }

  Described says(String description) {
    operation.put("description", description);
    return this;
  }

  /**
   * @param schema JSON
   */
  Described query(String name, String schema, String description) {
    return parameter("query", name, schema, description);
  }

  Described header(String name, String schema, String description) {
    return parameter("header", name, schema, description);
  }

  private Described parameter(String in, String name, String schema, String description) {
    ArrayNode parameters = operation.withArray("/parameters");
    ObjectNode parameter = parameters.addObject();
    parameter.put("name", name).put("in", in).put("description", description);
    parameter.set("schema", json(schema));
    return this;
  }

  /**
   * @param properties of the request's body, JSON
   */
  Described body(String properties) {
    below("requestBody", "content", "application/json", "schema")
        .set("properties", json(properties));
    return this;
  }

  /**
   * @param properties beside {@code data}, JSON
   */
  Described response(String properties) {
    return response(properties, "{\"id\": {\"type\": \"string\"}}");
  }

  /**
   * @param record the properties of a record, JSON
   */
  Described response(String properties, String record) {
    ObjectNode all = (ObjectNode) json(properties);
    ObjectNode items = all.putObject("data").put("type", "array").putObject("items");
    items.put("type", "object").set("properties", json(record));
    below("responses", "200", "content", "application/json", "schema")
        .put("type", "object")
        .set("properties", all);
    return this;
  }

  Described responseHeader(String name) {
    below("responses", "200", "headers", name);
    return this;
  }

  /**
   * @param value JSON
   */
  Described example(String value) {
    below("responses", "200", "content", "application/json").set("example", json(value));
    return this;
  }

  private ObjectNode below(String... names) {
    ObjectNode at = operation;
    for (String name : names) {
      at = at.has(name) ? (ObjectNode) at.get(name) : at.putObject(name);
    }
    return at;
  }

  Fact<Optional<Pagination>> pagination() {
    return pagination(Lexicon.standard());
  }

  Fact<Optional<Pagination>> pagination(Lexicon lexicon) {
    ApiDescription description = OpenApiReader.read(document);
    return new PaginationInference(lexicon, description.operations())
        .infer(last(description), collection(last(description)));
  }

  Fact<Optional<ChangeFilter>> changes() {
    ApiOperation last = last(OpenApiReader.read(document));
    return new IncrementalInference(Lexicon.standard()).infer(last, collection(last));
  }

  Fact<Optional<DeletedRecords>> deletes() {
    ApiOperation last = last(OpenApiReader.read(document));
    return new DeletesInference(Lexicon.standard()).infer(last, collection(last));
  }

  private static ApiOperation last(ApiDescription description) {
    return description.operations().get(description.operations().size() - 1);
  }

  static Collection collection(ApiOperation operation) {
    Records records =
        new Records(JsonPointer.compile("/data"), new Records.Array(JsonPointer.empty()), Map.of());
    Optional<ApiSchema> record =
        operation
            .success()
            .flatMap(it -> it.json())
            .flatMap(it -> it.schema())
            .flatMap(it -> it.property("data"))
            .flatMap(ApiSchema::items);
    return new Collection(
        Fact.sure(true),
        Fact.sure(Optional.of(records)),
        record,
        Fact.sure(List.of(JsonPointer.compile("/id"))));
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
