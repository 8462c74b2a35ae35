package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The definitions that tests read, and the published schema to hold against the reader. */
final class Definitions {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(resource("/dev/connector/spec/connector.schema.json"));

  private Definitions() {}

  static byte[] bytes(String file) {
    try (InputStream in = resource("/definitions/" + file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String file) {
    return tree(bytes(file));
  }

  static List<String> schemaErrors(JsonNode definition) {
    return SCHEMA.validate(definition).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /** Whether the schema rejects a definition, without asking how often. */
  static boolean schemaRejects(JsonNode definition) {
    return !SCHEMA.validate(definition, OutputFormat.BOOLEAN);
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(Definitions.class.getResourceAsStream(path), path);
  }
}
