package dev.connector.registry.workspace;

import dev.connector.registry.workspace.change.Operation;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Reads a project. */
  public static Status of(Path root) {
    ProjectTree tree = ProjectTree.at(root);
    Lock lock = Lock.read(tree);
    Set<String> owned =
        lock.entries().values().stream()
            .flatMap(entry -> entry.files().keySet().stream())
            .collect(Collectors.toSet());
    List<Installed> installed = new ArrayList<>();
    lock.entries()
        .forEach(
            (name, entry) -> installed.add(new Installed(name, entry, files(tree, entry, owned))));
    return new Status(installed, tree.unfinished());
  }

  private static SortedMap<String, FileState> files(
      ProjectTree tree, Lock.Entry entry, Set<String> owned) {
    SortedMap<String, FileState> states = new TreeMap<>();
    entry.files().forEach((path, file) -> states.put(path, state(tree, path, file)));
    for (String folder : outermostFolders(entry.files().keySet())) {
      for (String path : filesBelow(tree.root(), folder)) {
        if (!owned.contains(path)) {
          states.put(path, FileState.EXTRA);
        }
      }
    }
    return states;
  }

  private static FileState state(ProjectTree tree, String path, Lock.LockedFile file) {
    try {
      return tree.read(path)
          .map(content -> file.matches(content) ? FileState.UNMODIFIED : FileState.CHANGED)
          .orElse(FileState.MISSING);
    } catch (ConnectorException replaced) {
      // By a link or a folder, which is as much of a change as another content.
      return FileState.CHANGED;
    }
  }

  private static Set<String> outermostFolders(Set<String> paths) {
    Set<String> folders = new TreeSet<>();
    for (String path : paths) {
      int slash = path.lastIndexOf('/');
      if (slash > 0) {
        folders.add(path.substring(0, slash));
      }
    }
    Set<String> outermost = new TreeSet<>();
    for (String folder : folders) {
      if (outermost.stream().noneMatch(outer -> folder.startsWith(outer + "/"))) {
        outermost.add(folder);
      }
    }
    return outermost;
  }

  private static List<String> filesBelow(Path root, String folder) {
    Path place = root.resolve(folder).normalize();
    if (!place.startsWith(root) || !Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
