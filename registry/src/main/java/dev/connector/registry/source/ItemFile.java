package dev.connector.registry.source;

import java.util.Objects;

/**
 * One file of an item as its registry holds it.
 *
 * @param path relative to the item's folder, with forward slashes; already checked to be safe
 * @param content the bytes, not to be modified
 */
public record ItemFile(String path, byte[] content) {
  public ItemFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(content);
  }
}
