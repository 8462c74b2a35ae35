package dev.connector.registry.source;

import java.util.List;
import java.util.Objects;

/**
 * One line of a catalog. Its text is safe to print: whatever a registry wrote there, no control
 * character is left.
 *
 * @param name the connector's name; {@code runtime} for a runtime
 * @param version its semantic version
 * @param title its name as people write it
 * @param description one sentence; may be empty
 * @param languages those it has source for, ordered
 */
public record CatalogEntry(
    String name,
    Item.Kind kind,
    String version,
    String title,
    String description,
    List<String> languages) {

  public CatalogEntry {
    name = Text.oneLine(name);
    Objects.requireNonNull(kind);
    version = Text.oneLine(version);
    title = Text.oneLine(title);
    description = Text.oneLine(description);
    languages = languages.stream().map(Text::oneLine).sorted().toList();
  }
}
