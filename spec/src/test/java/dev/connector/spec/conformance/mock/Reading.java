package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.Json;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Definitions to serve, and what the engine reads of them. */
record Reading(Definition definition, Map<String, JsonNode> schemas) {

  static Reading of(String connector) {
    Path folder = Path.of("..", "registry", "connectors", connector);
    Map<String, JsonNode> schemas = new HashMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("schemas"))) {
      for (Path file : files.toList()) {
        schemas.put("schemas/" + file.getFileName(), json(Files.readString(file)));
      }
      return new Reading(definition(Files.readString(folder.resolve("connector.json"))), schemas);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A small API of items; the rest of the definition is to be filled in. */
  static Reading items(String root, String resource, String list) {
    String text =
        """
        {"format":1,"name":"acme","version":"1.0.0","title":"Acme","description":"Tests.",
         "baseUrl":"https://api.example.com/v1",%s
         "resources":{"items":{"schema":"schemas/item.json","primaryKey":["/id"],%s
          "operations":{"list":{"path":"/items",%s}}}}}
        """
            .formatted(root, resource, list);
    JsonNode schema =
        json(
            "{\"type\":\"object\",\"required\":[\"id\",\"at\"],\"properties\":"
                + "{\"id\":{\"type\":\"integer\"},\"at\":{\"type\":\"string\",\"format\":\"date-time\"},"
                + "\"kind\":{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}}}");
    return new Reading(definition(text), Map.of("schemas/item.json", schema));
  }

  MockApi start(MockOptions options) {
    return MockApi.start(definition, schemas, options);
  }

  List<JsonNode> read(MockApi api, ReadRequest request, Map<String, String> environment) {
    List<JsonNode> records = new ArrayList<>();
    for (Event event : events(api, request, environment)) {
      if (event instanceof Event.Record record) {
        records.add(record.data());
        if (!record.violations().isEmpty()) {
          throw new AssertionError(record.violations() + " in " + record.data());
        }
      }
    }
    return records;
  }

  List<Event> events(MockApi api, ReadRequest request, Map<String, String> environment) {
    List<Event> events = new ArrayList<>();
    try (Engine engine = new Engine(definition, schemas, environment)) {
      engine.read(request, events::add, new Cancellation());
    }
    return events;
  }

  /** How reading items ends: with the code of an error, or with none. */
  String code(MockApi api, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(api.environment());
    environment.putAll(settings);
    try {
      events(api, ReadRequest.of("items"), environment);
      return "none";
    } catch (ApiException e) {
      return e.code().toString();
    }
  }

  /** Reads items twice with one engine, and tells how many records there were in all. */
  int twice(MockApi api) {
    AtomicInteger records = new AtomicInteger();
    try (Engine engine = new Engine(definition, schemas, api.environment())) {
      for (int i = 0; i < 2; i++) {
        engine.read(
            ReadRequest.of("items"),
            event -> records.addAndGet(event instanceof Event.Record ? 1 : 0),
            new Cancellation());
      }
    }
    return records.get();
  }

  static Definition definition(String json) {
    var result = new DefinitionReader().read(json.getBytes(StandardCharsets.UTF_8));
    return result
        .definition()
        .orElseThrow(() -> new IllegalArgumentException(result.problems().toString()));
  }

  static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
