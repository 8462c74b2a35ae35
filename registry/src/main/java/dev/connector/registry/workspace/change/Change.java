package dev.connector.registry.workspace.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What is to become of one file, against the bytes seen when planning.
 *
 * <p>Paths are relative to the project, with forward slashes, and safe on every operating system.
 * Byte arrays are shared, not to be modified.
 */
public sealed interface Change {

  /** Where the file is. */
  String path();

  /** The bytes that must be there for the change to apply; empty where no file may be. */
  Optional<byte[]> before();

  /** The bytes that are there afterwards; empty where no file is left. */
  Optional<byte[]> after();

  /** The change that takes a file from one content to the other; empty where they are the same. */
  static Optional<Change> between(String path, Optional<byte[]> before, Optional<byte[]> after) {
    if (before.isEmpty()) {
      return after.map(content -> new Create(path, content));
    }
    if (after.isEmpty()) {
      return Optional.of(new Delete(path, before.get()));
    }
    return Arrays.equals(before.get(), after.get())
        ? Optional.empty()
        : Optional.of(new Replace(path, before.get(), after.get()));
  }

  /** The changes that take one tree of files to another, by path. */
  static List<Change> between(SortedMap<String, byte[]> before, SortedMap<String, byte[]> after) {
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String path : paths) {
      between(path, Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path)))
          .ifPresent(changes::add);
    }
    return changes;
  }

  /** A file that is not there yet. */
  record Create(String path, byte[] content) implements Change {
    public Create {
      SafePath.require(path);
      Objects.requireNonNull(content);
    }

    @Override
    public Optional<byte[]> before() {
      return Optional.empty();
    }

    @Override
    public Optional<byte[]> after() {
      return Optional.of(content);
    }
  }

  /** A file that gets other content; it keeps its mode. */
  record Replace(String path, byte[] old, byte[] content) implements Change {
    public Replace {
      SafePath.require(path);
      Objects.requireNonNull(old);
      Objects.requireNonNull(content);
    }

    @Override
    public Optional<byte[]> before() {
      return Optional.of(old);
    }

    @Override
    public Optional<byte[]> after() {
      return Optional.of(content);
    }
  }

  /** A file that goes away. */
  record Delete(String path, byte[] old) implements Change {
    public Delete {
      SafePath.require(path);
      Objects.requireNonNull(old);
    }

    @Override
    public Optional<byte[]> before() {
      return Optional.of(old);
    }

    @Override
    public Optional<byte[]> after() {
      return Optional.empty();
    }
  }
}
