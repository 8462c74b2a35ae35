package dev.connector.registry.workspace;

import dev.connector.registry.workspace.Installation.InstalledFile;
import dev.connector.registry.workspace.Lock.LockedFile;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.merge.Renames;
import dev.connector.registry.workspace.merge.ThreeWay;
import dev.connector.registry.workspace.merge.ThreeWay.Merged;
import dev.connector.registry.workspace.merge.ThreeWay.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings an item's files forward to what its origin has now, and keeps what the user edited. A file
 * that the origin renamed is followed, edits and all.
 */
final class Merger {

  private final ProjectTree tree;
  private final List<Change> changes = new ArrayList<>();
  private final List<FileMerge> merges = new ArrayList<>();

  Merger(ProjectTree tree) {
    this.tree = tree;
  }

  /**
   * Adds what brings one item's files forward.
   *
   * @param installed its files as they were installed
   * @param locked the same as the lock knows them
   * @return whether anything is to be changed
   */
  boolean merge(
      Installation installation,
      SortedMap<String, byte[]> installed,
      SortedMap<String, LockedFile> locked) {
    int before = changes.size();
    SortedMap<String, InstalledFile> theirs = installation.files();
    SortedMap<String, byte[]> base = whereTheyAre(installed, locked, theirs);
    SortedMap<String, String> renamed = renamed(base, theirs);
    TreeSet<String> paths = new TreeSet<>(base.keySet());
    paths.addAll(theirs.keySet());
    paths.removeAll(renamed.keySet());
    Map<String, String> formerly = new TreeMap<>();
    renamed.forEach((old, fresh) -> formerly.put(fresh, old));
    String label = installation.label();
    for (String path : paths) {
      String was = formerly.getOrDefault(path, path);
      Optional<byte[]> former = Optional.ofNullable(base.get(was));
      Optional<byte[]> now = Optional.ofNullable(theirs.get(path)).map(InstalledFile::content);
      ThreeWay versions = new ThreeWay(former, tree.read(was), now);
      place(installation.name(), path, was, versions, versions.merged(label));
    }
    return changes.size() > before;
  }

  private void place(String connector, String path, String was, ThreeWay versions, Merged merged) {
    if (was.equals(path)) {
      Change.between(path, versions.ours(), merged.content()).ifPresent(changes::add);
    } else {
      versions.ours().ifPresent(content -> changes.add(new Change.Delete(was, content)));
      merged.content().ifPresent(content -> changes.add(new Change.Create(path, content)));
    }
    if (merged.outcome() != Outcome.KEPT && merged.outcome() != Outcome.TAKEN) {
      Optional<String> formerly = was.equals(path) ? Optional.empty() : Optional.of(was);
      merges.add(new FileMerge(connector, path, formerly, merged.outcome()));
    }
  }

  /**
   * Where the project's source folders moved, its files are in the new ones already: which they are
   * is known by their place in the item.
   */
  private SortedMap<String, byte[]> whereTheyAre(
      SortedMap<String, byte[]> installed,
      SortedMap<String, LockedFile> locked,
      SortedMap<String, InstalledFile> theirs) {
    Map<String, String> gone = new TreeMap<>();
    locked.forEach(
        (path, file) -> {
          if (!theirs.containsKey(path) && tree.read(path).isEmpty()) {
            gone.put(file.from(), path);
          }
        });
    SortedMap<String, byte[]> base = new TreeMap<>(installed);
    theirs.forEach(
        (path, file) -> {
          String was = gone.get(file.from());
          if (was != null && !installed.containsKey(path) && tree.read(path).isPresent()) {
            base.remove(was);
            base.put(path, installed.get(was));
          }
        });
    return base;
  }

  /** A new name that something of the user's has taken already is not followed. */
  private SortedMap<String, String> renamed(
      SortedMap<String, byte[]> base, SortedMap<String, InstalledFile> theirs) {
    SortedMap<String, byte[]> gone = new TreeMap<>(base);
    gone.keySet().removeAll(theirs.keySet());
    SortedMap<String, byte[]> come = new TreeMap<>();
    if (!gone.isEmpty()) {
      theirs.forEach(
          (path, file) -> {
            if (!base.containsKey(path) && tree.read(path).isEmpty()) {
              come.put(path, file.content());
            }
          });
    }
    return come.isEmpty() ? Collections.emptySortedMap() : Renames.of(gone, come);
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  List<FileMerge> merges() {
    return List.copyOf(merges);
  }
}
