package dev.connector.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The published schemas of this module, read from where they lie; no network. */
public final class JsonSchemas {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SchemaRegistry registry;

  /** Knows every schema in the module's folder and in {@code canonical}. */
  public JsonSchemas() throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (Path folder : List.of(Path.of(""), Path.of("canonical"))) {
      try (Stream<Path> files = Files.list(folder.toAbsolutePath())) {
        for (Path file : files.filter(it -> it.toString().endsWith(".schema.json")).toList()) {
          String text = Files.readString(file);
          texts.put(JSON.readTree(text).required("$id").textValue(), text);
        }
      }
    }
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts::get));
  }

  /** What is wrong with a document by a schema, each as {@code /pointer: message}. */
  public List<String> problems(String schema, JsonNode document) {
    Schema compiled = registry.getSchema(SchemaLocation.of(schema));
    return compiled
        .validate(document, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
