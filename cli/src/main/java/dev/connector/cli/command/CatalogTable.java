package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.source.Catalog;
import dev.connector.registry.source.CatalogEntry;
import java.util.List;

/** Shows connectors of a registry, for people and for programs. */
final class CatalogTable {

  private final String registry;
  private final List<CatalogEntry> entries;
  private final List<String> problems;

  CatalogTable(String registry, List<CatalogEntry> entries, Catalog catalog) {
    this.registry = registry;
    this.entries = entries;
    this.problems = catalog.problems();
  }

  void print(Terminal terminal, boolean json) {
    if (json) {
      terminal.printDocument(Json.print(document()));
    } else if (!entries.isEmpty()) {
      Table table = new Table("NAME", "VERSION", "LANGUAGES", "DESCRIPTION");
      for (CatalogEntry entry : entries) {
        table.row(
            entry.name(), entry.version(), String.join(", ", entry.languages()), about(entry));
      }
      table.print(terminal, "");
    }
    problems.forEach(problem -> terminal.note("note:  " + Text.visible(problem)));
  }

  private static String about(CatalogEntry entry) {
    return entry.description().isEmpty() ? entry.title() : entry.description();
  }

  private ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("registry", registry);
    ArrayNode connectors = document.putArray("connectors");
    for (CatalogEntry entry : entries) {
      ObjectNode connector = connectors.addObject();
      connector.put("name", entry.name()).put("version", entry.version());
      connector.put("title", entry.title()).put("description", entry.description());
      entry.languages().forEach(connector.putArray("languages")::add);
    }
    problems.forEach(document.putArray("problems")::add);
    return document;
  }
}
