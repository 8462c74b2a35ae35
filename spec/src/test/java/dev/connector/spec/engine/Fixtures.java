package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The connectors of the default registry, as files. */
record Fixtures(Path folder) {

  static Fixtures of(String connector) {
    return new Fixtures(Path.of("..", "registry", "connectors", connector));
  }

  Definition definition() {
    return definition(read(folder.resolve("connector.json")));
  }

  static Definition definition(String json) {
    var result = new DefinitionReader().read(json.getBytes(StandardCharsets.UTF_8));
    return result
        .definition()
        .orElseThrow(() -> new IllegalArgumentException(result.problems().toString()));
  }

  Map<String, JsonNode> schemas() {
    Map<String, JsonNode> schemas = new HashMap<>();
    files("schemas").forEach(it -> schemas.put("schemas/" + it.getFileName(), json(read(it))));
    return schemas;
  }

  List<Path> files(String name) {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
