package dev.connector.scaffold.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Definition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a connector is rendered from.
 *
 * @param document its definition as it is written, {@code connector.json}
 * @param definition the same, read
 * @param schemas by the path the definition has them at, {@code schemas/contact.json}
 * @param fixtures exchanges in the registry's format, by path: {@code fixtures/contacts.list.json}
 * @param open what is not known yet, a line each with the edit that settles it
 */
public record ConnectorSource(
    JsonNode document,
    Definition definition,
    Map<String, JsonNode> schemas,
    Map<String, JsonNode> fixtures,
    List<String> open) {

  public ConnectorSource {
    document = document.deepCopy();
    schemas = Collections.unmodifiableMap(new TreeMap<>(schemas));
    fixtures = Collections.unmodifiableMap(new TreeMap<>(fixtures));
    open = List.copyOf(open);
  }

  /** Where nothing is left open. */
  public ConnectorSource(
      JsonNode document,
      Definition definition,
      Map<String, JsonNode> schemas,
      Map<String, JsonNode> fixtures) {
    this(document, definition, schemas, fixtures, List.of());
  }
}
