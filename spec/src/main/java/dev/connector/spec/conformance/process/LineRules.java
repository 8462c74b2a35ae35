package dev.connector.spec.conformance.process;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether what a process says is what {@code protocol.schema.json} has. */
final class LineRules {

  private static final JsonNode PROTOCOL = protocol();
  private static final Map<String, RecordSchema> COMPILED = new ConcurrentHashMap<>();
  private static final Set<String> TYPES =
      Set.of(
          "result",
          "schema",
          "record",
          "delete",
          "checkpoint",
          "status",
          "attempt",
          "error",
          "done");

  private LineRules() {}

  /** Reads an event. */
  static JsonNode event(String line) {
    JsonNode event = json(line);
    String type = event.path("type").asText();
    if (!event.path("id").isTextual() || !TYPES.contains(type)) {
      throw broken(line, "not an event: it needs an id and one of the types " + TYPES);
    }
    require(type + "Event", event, line);
    return event;
  }

  /** Checks a result against a part of the schema. */
  static void require(String part, JsonNode found, String line) {
    List<Violation> problems = compiled(part).violations(found);
    if (!problems.isEmpty()) {
      Violation first = problems.get(0);
      throw broken(line, (first.path() + " " + first.message()).strip());
    }
  }

  static ProtocolException broken(String line, String why) {
    String shown = line.length() > 500 ? line.substring(0, 500) + "…" : line;
    return new ProtocolException("the connector broke the protocol: " + why + "\n  line: " + shown);
  }

  private static JsonNode json(String line) {
    try {
      JsonNode json = Json.parse(line);
      if (json == null || !json.isObject()) {
        throw broken(line, "standard output is for lines of JSON objects alone");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw broken(line, "standard output is for lines of JSON objects alone");
    }
  }

  private static RecordSchema compiled(String part) {
    return COMPILED.computeIfAbsent(
        part,
        it -> {
          ObjectNode schema = PROTOCOL.deepCopy();
          schema.remove("anyOf");
          return RecordSchema.of(schema.put("$ref", "#/$defs/" + it));
        });
  }

  private static JsonNode protocol() {
    try (InputStream in =
        LineRules.class.getResourceAsStream("/dev/connector/spec/protocol.schema.json")) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
