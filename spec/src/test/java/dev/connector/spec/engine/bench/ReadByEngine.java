package dev.connector.spec.engine.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.Json;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The same by the engine, with all it does besides: validation, counts, attempts, retries. */
public final class ReadByEngine {

  private static final String DEFINITION =
      """
      {"format":1,"name":"acme","version":"1.0.0","title":"Acme","description":"A benchmark.",
       "baseUrl":"https://api.example.com",
       "resources":{"contacts":{"schema":"schemas/contact.json","primaryKey":["/id"],
         "operations":{"list":{"path":"/contacts","records":"/items",
           "pagination":{"type":"cursor","next":"/next","parameter":"cursor"}}}}}}
      """;

  private static final String SCHEMA =
      """
      {"type":"object","required":["id","email","createdAt","updatedAt"],"properties":{
        "id":{"type":"string"},"email":{"type":"string","format":"email"},
        "firstName":{"type":"string"},"lastName":{"type":"string"},"phone":{"type":"string"},
        "company":{"type":"object","required":["id"],
          "properties":{"id":{"type":"string"},"name":{"type":"string"}}},
        "score":{"type":"number"},"tags":{"type":"array","items":{"type":"string"}},
        "archived":{"type":"boolean"},"createdAt":{"type":"string","format":"date-time"},
        "updatedAt":{"type":"string","format":"date-time"},"note":{"type":["string","null"]}}}
      """;

  private ReadByEngine() {}

  /** Takes the server's address; prints what it read. */
  public static void main(String[] arguments) throws JsonProcessingException {
    Definition definition =
        new DefinitionReader()
            .read(DEFINITION.getBytes(StandardCharsets.UTF_8))
            .orThrow("the benchmark's definition");
    Map<String, JsonNode> schemas = Map.of("schemas/contact.json", Json.parse(SCHEMA));
    Map<String, String> environment =
        Map.of("ACME_BASE_URL", arguments[0], "ACME_ALLOW_LOOPBACK", "true");
    Sum sum = new Sum();
    try (Engine engine = new Engine(definition, schemas, environment)) {
      engine.read(
          ReadRequest.of("contacts"),
          event -> {
            if (event instanceof Event.Record record) {
              sum.add(record.data());
            } else if (event instanceof Event.Status status
                && (status.incomplete().isPresent() || status.counts().invalid() > 0)) {
              throw new IllegalStateException(status.toString());
            }
          },
          new Cancellation());
    }
    sum.print();
  }
}
