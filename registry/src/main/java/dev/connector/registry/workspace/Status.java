package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemFile;
import dev.connector.registry.workspace.change.Operation;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.change.Sha256;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a project's connectors stand against what was installed and against what their origins had
 * when last asked: offline, from hashes.
 *
 * @param unfinished an operation that was interrupted and that the next command will end
 * @param merge an update whose overlaps are still to be resolved
 */
public record Status(
    List<Installed> installed, Optional<Operation> unfinished, Optional<UnfinishedMerge> merge) {

  public Status {
    Objects.requireNonNull(unfinished);
    Objects.requireNonNull(merge);
    installed = List.copyOf(installed);
  }

  /**
   * One connector or the runtime.
   *
   * @param available the version its origin had when last asked, where what it had was another
   * @param files the state of each of its files by path
   */
  public record Installed(
      String name,
      Lock.Entry entry,
      Optional<String> available,
      SortedMap<String, FileState> files) {
    public Installed {
      Objects.requireNonNull(name);
      Objects.requireNonNull(entry);
      Objects.requireNonNull(available);
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
    /** Another one by now where it came from. */
    UPSTREAM,
    /** Edited, and another one where it came from. */
    BOTH,
    /** Gone. */
    MISSING,
    /** Beside the connector's own files, and not one of them. */
    EXTRA
  }

  /** Tells what an origin had when it was last asked, without asking it again. */
  @FunctionalInterface
  public interface LastFetched {
    /** The item as it was then; empty where nothing else is known than what is installed. */
    Optional<Item> item(String name, Lock.Entry entry);
  }

  /** Reads a project, whatever its origins have. */
  public static Status of(Path root) {
    return of(root, (name, entry) -> Optional.empty());
  }

  /** Reads a project. */
  public static Status of(Path root, LastFetched origins) {
    ProjectTree tree = ProjectTree.at(root);
    Lock lock = Lock.read(tree);
    Set<String> owned =
        lock.entries().values().stream()
            .flatMap(entry -> entry.files().keySet().stream())
            .collect(Collectors.toSet());
    List<Installed> installed = new ArrayList<>();
    lock.entries()
        .forEach(
            (name, entry) -> {
              Optional<Item> now =
                  origins
                      .item(name, entry)
                      .filter(item -> !item.origin().tree().equals(entry.origin().tree()));
              installed.add(
                  new Installed(
                      name,
                      entry,
                      now.map(item -> item.version(entry.language().id())),
                      files(tree, entry, owned, changedUpstream(entry, now))));
            });
    return new Status(installed, tree.unfinished(), UnfinishedMerge.read(tree));
  }

  private static Set<String> changedUpstream(Lock.Entry entry, Optional<Item> now) {
    if (now.isEmpty()) {
      return Set.of();
    }
    Map<String, String> hashes =
        now.get().files().stream()
            .collect(Collectors.toMap(ItemFile::path, file -> Sha256.of(file.content())));
    return entry.files().entrySet().stream()
        .filter(file -> !file.getValue().upstream().equals(hashes.get(file.getValue().from())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static SortedMap<String, FileState> files(
      ProjectTree tree, Lock.Entry entry, Set<String> owned, Set<String> upstream) {
    SortedMap<String, FileState> states = new TreeMap<>();
    entry
        .files()
        .forEach(
            (path, file) -> states.put(path, state(tree, path, file, upstream.contains(path))));
    for (String folder : outermostFolders(entry.files().keySet())) {
      for (String path : filesBelow(tree.root(), folder)) {
        if (!owned.contains(path)) {
          states.put(path, FileState.EXTRA);
        }
      }
    }
    return states;
  }

  private static FileState state(
      ProjectTree tree, String path, Lock.LockedFile file, boolean upstream) {
    try {
      return tree.read(path)
          .map(content -> state(!file.matches(content), upstream))
          .orElse(FileState.MISSING);
    } catch (ConnectorException replaced) {
      // By a link or a folder, which is as much of a change as another content.
      return state(true, upstream);
    }
  }

  private static FileState state(boolean edited, boolean upstream) {
    if (edited) {
      return upstream ? FileState.BOTH : FileState.CHANGED;
    }
    return upstream ? FileState.UPSTREAM : FileState.UNMODIFIED;
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
    } catch (IOException | UncheckedIOException unreadable) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "cannot look into " + folder + ": permission denied, or it changed just now",
          "see who may read it, and run the command again",
          unreadable);
    }
  }
}
