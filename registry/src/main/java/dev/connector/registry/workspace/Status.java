package dev.connector.registry.workspace;

import dev.connector.registry.workspace.change.Operation;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a project's connectors stand against what was installed: offline, from hashes.
 *
 * @param unfinished an operation that was interrupted and that the next command will end
 */
public record Status(List<Installed> installed, Optional<Operation> unfinished) {

  public Status {
    Objects.requireNonNull(unfinished);
    installed = List.copyOf(installed);
  }

  /** Reads a project. */
  public static Status of(Path root) {
    throw new UnsupportedOperationException();
  }

  /** One connector or the runtime, with the state of each of its files by path. */
  public record Installed(String name, Lock.Entry entry, SortedMap<String, FileState> files) {
    public Installed {
      Objects.requireNonNull(name);
      Objects.requireNonNull(entry);
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** How many files are in a state. */
    public long count(FileState state) {
      return files.values().stream().filter(state::equals).count();
    }
  }

  /** How a file stands against its installed content. */
  public enum FileState {
    /** As installed. */
    UNMODIFIED,
    /** Edited since. */
    CHANGED,
    /** Gone. */
    MISSING,
    /** Beside the connector's own files, and not one of them. */
    EXTRA
  }
}
