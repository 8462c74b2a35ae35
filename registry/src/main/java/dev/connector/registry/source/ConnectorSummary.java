package dev.connector.registry.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.List;

/** The little of a definition that a catalog shows; the definition itself is read by the spec. */
record ConnectorSummary(String name, String version, String title, String description) {

  static ConnectorSummary read(Item item) {
    return read(item.name(), item.file(Item.DEFINITION).map(ItemFile::content).orElse(new byte[0]));
  }

  /**
   * Reads a definition.
   *
   * @param folder the connector's folder, which its name must be
   */
  static ConnectorSummary read(String folder, byte[] definition) {
    String file = folder + "/" + Item.DEFINITION;
    JsonNode json = Json.object(file, definition);
    String name = json.path("name").asText();
    String version = json.path("version").asText();
    if (!name.equals(folder)) {
      throw refused(file + " calls itself \"" + Text.oneLine(name) + "\", not " + folder);
    }
    if (!VersionRange.isVersion(version)) {
      throw refused(file + " has the version \"" + Text.oneLine(version) + "\", which is none");
    }
    return new ConnectorSummary(
        name, version, json.path("title").asText(name), json.path("description").asText());
  }

  CatalogEntry entry(List<String> languages) {
    return new CatalogEntry(name, Item.Kind.CONNECTOR, version, title, description, languages);
  }

  private static ConnectorException refused(String message) {
    return new ConnectorException(
        Kind.INTEGRITY, message, "nothing was written; tell the registry's owner");
  }
}
