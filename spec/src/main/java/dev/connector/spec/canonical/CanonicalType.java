package dev.connector.spec.canonical;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.runtime.schema.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A type of records that connectors share.
 *
 * @param schema a JSON Schema that refers to nothing outside itself
 */
public record CanonicalType(String name, JsonNode schema) {

  private static final String COMMON = "urn:connector:canonical:common:1";

  /**
   * The type of this name, {@code contact}.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static CanonicalType of(String name) {
    ObjectNode type = (ObjectNode) json(text(name).replace(COMMON + "#", "#"));
    ObjectNode shared = type.withObject("/$defs");
    json(text("common"))
        .path("$defs")
        .properties()
        .forEach(it -> shared.set(it.getKey(), it.getValue()));
    return new CanonicalType(name, type);
  }

  /** Where and why a record is none of this type. */
  public List<Violation> violations(JsonNode record) {
    return RecordSchema.of(schema).violations(record);
  }

  /** Whether it has text at a place, numbers included, which are written out there. */
  public boolean hasText(JsonPointer place) {
    JsonNode at = resolved(schema);
    for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
      at = resolved(at.path("properties").path(rest.getMatchingProperty()));
    }
    return at.path("type").asText().equals("string");
  }

  private JsonNode resolved(JsonNode at) {
    String reference = at.path("$ref").asText();
    return reference.startsWith("#") ? resolved(schema.at(reference.substring(1))) : at;
  }

  private static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    String file = "/dev/connector/spec/canonical/" + name + "-1.schema.json";
    try (InputStream in = CanonicalType.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no canonical type " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
