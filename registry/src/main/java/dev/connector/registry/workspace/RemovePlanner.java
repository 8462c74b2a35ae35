package dev.connector.registry.workspace;

import dev.connector.registry.source.NearMatches;
import dev.connector.registry.workspace.Lock.Entry;
import dev.connector.registry.workspace.RemovePlan.Removed;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Plans how connectors get out of a project again, by the lock alone: no build file need be
 * understood. Reads the project, writes nothing.
 */
public final class RemovePlanner {

  /**
   * Computes every change.
   *
   * @throws ConnectorException of kind USAGE where a name is not that of an installed connector
   */
  public RemovePlan plan(Path root, List<String> names) {
    ProjectTree tree = ProjectTree.at(root);
    Lock lock = Lock.read(tree);
    UnfinishedMerge.requireNone(tree);
    TreeSet<String> wanted = new TreeSet<>(names);
    wanted.forEach(name -> requireInstalled(name, lock, root));
    return new Planning(tree, lock, wanted).run();
  }

  private static void requireInstalled(String name, Lock lock, Path root) {
    Set<String> installed = lock.connectors().keySet();
    if (installed.contains(name)) {
      return;
    }
    if (installed.isEmpty()) {
      throw new ConnectorException(
          Kind.USAGE, "no connectors in " + root, "name the project's folder: --cwd <folder>");
    }
    String there = String.join(", ", installed);
    if (lock.entries().containsKey(name)) {
      throw new ConnectorException(
          Kind.USAGE,
          "the " + name + " is what the connectors stand on: " + there,
          "it goes with the last of them: connector remove " + String.join(" ", installed));
    }
    List<String> near = NearMatches.of(name, installed);
    throw new ConnectorException(
        Kind.USAGE,
        "no connector \"" + name + "\" in " + root,
        near.isEmpty()
            ? "there is " + there
            : "did you mean \"" + String.join("\" or \"", near) + "\"?");
  }

  private static final class Planning {
    private final ProjectTree tree;
    private final Lock lock;
    private final Set<String> wanted;
    private final SortedMap<String, Entry> leaving = new TreeMap<>();
    private final SortedMap<String, Entry> staying = new TreeMap<>();
    private final Reconciler reconciler;

    Planning(ProjectTree tree, Lock lock, Set<String> wanted) {
      this.tree = tree;
      this.lock = lock;
      this.wanted = wanted;
      this.reconciler = new Reconciler(tree);
      boolean last = wanted.containsAll(lock.connectors().keySet());
      lock.entries()
          .forEach(
              (name, entry) -> {
                boolean leaves = last || wanted.contains(name);
                (leaves ? leaving : staying).put(name, entry);
              });
    }

    RemovePlan run() {
      List<Removed> items = new ArrayList<>();
      leaving.forEach((name, entry) -> items.add(remove(name, entry)));
      // What was asked for comes first, then what goes with it.
      items.sort(Comparator.comparing(item -> !wanted.contains(item.name())));
      EditRemoval edits = new EditRemoval(tree, reconciler, leaving, staying);
      Lock next = next(edits.remove(lock.edits()));
      if (staying.isEmpty()) {
        forgetSettings();
        reconciler.delete(Lock.PATH);
      } else if (!next.equals(lock)) {
        reconciler.write(Lock.PATH, next.toJson());
      }
      String title = wanted.stream().collect(Collectors.joining(" ", "remove ", ""));
      return new RemovePlan(
          new Plan(title, reconciler.changes()),
          items,
          reconciler.leftBehind(),
          edits.dropped(),
          edits.advice());
    }

    private Removed remove(String name, Entry entry) {
      int before = reconciler.changes().size();
      entry
          .files()
          .forEach(
              (path, file) -> {
                if (staying.values().stream().noneMatch(it -> it.files().containsKey(path))) {
                  reconciler.drop(path, file);
                }
              });
      int files = reconciler.changes().size() - before;
      reconciler.delete(PristineArchive.path(name));
      return new Removed(name, entry.version(), files);
    }

    private Lock next(List<Lock.LockedEdit> edits) {
      SortedMap<String, Entry> connectors = new TreeMap<>(lock.connectors());
      connectors.keySet().retainAll(staying.keySet());
      return new Lock(lock.runtime().filter(it -> !staying.isEmpty()), connectors, edits);
    }

    /** What commands wrote goes; a file that the user wrote, or formatted, stays as it is. */
    private void forgetSettings() {
      Optional<byte[]> file = tree.read(Settings.PATH);
      if (file.isEmpty()) {
        return;
      }
      Settings settings = Settings.parse(file.get());
      if (!Arrays.equals(settings.toJson(), file.get())) {
        return;
      }
      Settings rest = new Settings(Optional.empty(), Optional.empty(), settings.registries());
      if (rest.equals(Settings.none())) {
        reconciler.delete(Settings.PATH);
      } else {
        reconciler.write(Settings.PATH, rest.toJson());
      }
    }
  }
}
