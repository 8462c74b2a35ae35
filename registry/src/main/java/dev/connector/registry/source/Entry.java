package dev.connector.registry.source;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * One thing in a registry's storage, before any check.
 *
 * @param segments the names that lead to it from the item's folder, each as stored
 * @param size in bytes; 0 where it is no file
 */
record Entry(List<String> segments, Type type, long size, Source source) {

  /** What it is. */
  enum Type {
    FILE,
    LINK,
    SUBMODULE,
    OTHER
  }

  /** Where its bytes come from. */
  @FunctionalInterface
  interface Source {
    /** The bytes, but never more than {@code limit} of them. */
    byte[] read(int limit) throws IOException;
  }

  Entry {
    segments = List.copyOf(segments);
    Objects.requireNonNull(type);
    Objects.requireNonNull(source);
  }

  static Entry file(List<String> segments, long size, Source source) {
    return new Entry(segments, Type.FILE, size, source);
  }

  static Entry special(List<String> segments, Type type) {
    return new Entry(
        segments,
        type,
        0,
        limit -> {
          throw new IOException("not a file");
        });
  }

  String path() {
    return String.join("/", segments);
  }
}
