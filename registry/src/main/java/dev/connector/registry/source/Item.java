package dev.connector.registry.source;

import java.util.List;
import java.util.Objects;

/**
 * A connector or a runtime as read from a registry: hostile text until it has been validated, never
 * executed.
 *
 * @param name the folder's name for a connector ({@code hubspot}); {@code runtime} for a runtime
 * @param files every file below the item's folder, ordered by path
 */
public record Item(String name, Kind kind, Origin origin, List<ItemFile> files) {

  /** What an item is. */
  public enum Kind {
    /** {@code connectors/<name>/}, for every language. */
    CONNECTOR,
    /** {@code runtime/<language>/}. */
    RUNTIME
  }

  public Item {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(origin);
    files = List.copyOf(files);
  }
}
