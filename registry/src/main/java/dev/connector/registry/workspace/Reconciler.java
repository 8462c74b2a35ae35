package dev.connector.registry.workspace;

import dev.connector.registry.workspace.Installation.InstalledFile;
import dev.connector.registry.workspace.Lock.LockedFile;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.change.SafePath;
import dev.connector.registry.workspace.merge.LineEndings;
import dev.connector.spec.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Compares what should be in a project with what is: whatever the user has not touched may be
 * changed, the rest is theirs to decide.
 */
final class Reconciler {

  private final ProjectTree tree;
  private final List<Change> changes = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final List<String> leftBehind = new ArrayList<>();

  Reconciler(ProjectTree tree) {
    this.tree = tree;
  }

  /**
   * Adds what makes one item's files as wanted.
   *
   * @param installed the files as they were installed before, if they were
   * @return whether anything is to be changed
   */
  boolean reconcile(
      SortedMap<String, InstalledFile> wanted, SortedMap<String, LockedFile> installed) {
    int before = changes.size();
    wanted.forEach((path, file) -> want(path, file.content(), installed.get(path)));
    for (Map.Entry<String, LockedFile> old : installed.entrySet()) {
      if (!wanted.containsKey(old.getKey())) {
        drop(old.getKey(), old.getValue());
      }
    }
    return changes.size() > before;
  }

  /** Makes files have another content than they were just to get, new ones too. */
  void amend(SortedMap<String, InstalledFile> files) {
    files.forEach(
        (path, file) -> {
          boolean asked = conflicts.stream().anyMatch(it -> it.change().path().equals(path));
          conflicts.replaceAll(it -> it.change().path().equals(path) ? amended(it, file) : it);
          if (!asked) {
            changes.removeIf(it -> it.path().equals(path));
            want(path, file.content(), null);
          }
        });
  }

  private static Conflict amended(Conflict conflict, InstalledFile file) {
    Change.Replace change = conflict.change();
    return new Conflict(
        new Change.Replace(change.path(), change.old(), file.content()), conflict.kind());
  }

  private void want(String path, byte[] content, LockedFile installed) {
    Optional<byte[]> present = tree.read(path);
    if (present.isEmpty()) {
      changes.add(new Change.Create(path, content));
    } else if (!LineEndings.same(present.get(), content)) {
      Change.Replace change = new Change.Replace(path, present.get(), content);
      if (installed != null && installed.matches(present.get())) {
        changes.add(change);
      } else {
        conflicts.add(
            new Conflict(change, installed == null ? Conflict.Kind.FOREIGN : Conflict.Kind.EDITED));
      }
    }
  }

  /** Takes a file away that no longer belongs to anything, unless the user edited it. */
  void drop(String path, LockedFile installed) {
    SafePath.require(path);
    try {
      Optional<byte[]> present = tree.read(path);
      if (present.isPresent() && installed.matches(present.get())) {
        changes.add(new Change.Delete(path, present.get()));
      } else if (present.isPresent()) {
        leftBehind.add(path);
      }
    } catch (ConnectorException replaced) {
      leftBehind.add(path); // by a link or a folder, which is the user's doing
    }
  }

  /** Takes a file of ours away, whatever it has now. */
  void delete(String path) {
    Change.between(path, tree.read(path), Optional.empty()).ifPresent(changes::add);
  }

  /** Makes a file of ours have a content, whatever it has now. */
  void write(String path, byte[] content) {
    Change.between(path, tree.read(path), Optional.of(content)).ifPresent(changes::add);
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /** Files the user edited that no longer belong to anything. */
  List<String> leftBehind() {
    return List.copyOf(leftBehind);
  }
}
