package dev.connector.registry.contribute;

import dev.connector.registry.source.Item;
import dev.connector.registry.source.ItemFile;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.merge.ThreeWay;
import dev.connector.registry.workspace.merge.ThreeWay.Merged;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An installed connector as its registry would have it: the registry's newest state with the user's
 * edits merged in.
 *
 * @param files the whole connector, by path in its folder of the registry
 * @param changes against the registry's newest state, by path in the connector's folder
 * @param taught a lesson that goes along
 * @param problems what stands in the way of mapping it back, one line each
 */
public record Contribution(
    String name,
    SortedMap<String, byte[]> files,
    List<Change> changes,
    Optional<Taught> taught,
    List<String> problems) {

  public Contribution {
    Objects.requireNonNull(name);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    changes = List.copyOf(changes);
    Objects.requireNonNull(taught);
    problems = List.copyOf(problems);
  }

  /**
   * Maps an installed connector back and merges it with what its registry has. Reads only.
   *
   * @param newest the registry's connector of that name; empty where it has none yet
   * @throws ConnectorException of kind CONFLICT, naming the files, where both changed the same
   *     lines
   */
  public static Contribution of(
      ProjectTree tree, String name, Lock.Entry entry, Optional<Item> newest) {
    SortedMap<String, byte[]> theirs = new TreeMap<>();
    newest.ifPresent(item -> item.files().forEach(file -> theirs.put(file.path(), file.content())));
    MappedBack mapped = MappedBack.of(tree, name, entry, newest.flatMap(Contribution::definition));
    SortedMap<String, byte[]> files = merged(name, mapped, theirs);
    if (newest.isEmpty()) {
      files.put(LockedManifest.path(entry), LockedManifest.json(entry));
    }
    InferenceCase.of(entry.origin(), mapped, theirs)
        .ifPresent(content -> files.put(InferenceCase.FILE, content));
    List<Change> changes = Change.between(theirs, files);
    return new Contribution(name, files, changes, Optional.empty(), mapped.problems());
  }

  /** The same with a lesson. */
  public Contribution with(Taught lesson) {
    return new Contribution(name, files, changes, Optional.of(lesson), problems);
  }

  /** Whether the registry has all of it. */
  public boolean isEmpty() {
    return changes.isEmpty() && taught.isEmpty();
  }

  private static Optional<byte[]> definition(Item item) {
    return item.file(Item.DEFINITION).map(ItemFile::content);
  }

  private static SortedMap<String, byte[]> merged(
      String name, MappedBack mapped, SortedMap<String, byte[]> theirs) {
    // What was not installed is not the user's to change, and what nobody has was not removed.
    SortedMap<String, byte[]> base = theirs.isEmpty() ? new TreeMap<>() : mapped.base();
    TreeSet<String> paths = new TreeSet<>(base.keySet());
    paths.addAll(mapped.ours().keySet());
    paths.addAll(theirs.keySet());
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<String> overlaps = new ArrayList<>();
    for (String path : paths) {
      Optional<byte[]> upstream = Optional.ofNullable(theirs.get(path));
      boolean installed = base.containsKey(path) || mapped.ours().containsKey(path);
      Merged merged =
          installed
              ? new ThreeWay(
                      Optional.ofNullable(base.get(path)),
                      Optional.ofNullable(mapped.ours().get(path)),
                      upstream)
                  .merged(name)
              : new Merged(ThreeWay.Outcome.TAKEN, upstream);
      switch (merged.outcome()) {
        case KEPT, TAKEN, MERGED -> merged.content().ifPresent(content -> files.put(path, content));
        case OVERLAP, NOT_TEXT -> overlaps.add(path + ": you and the registry changed it");
        case REMOVED_HERE -> overlaps.add(path + ": you removed it, and the registry changed it");
        case REMOVED_THERE -> overlaps.add(path + ": you changed it, and the registry removed it");
      }
    }
    if (!overlaps.isEmpty()) {
      throw new ConnectorException(
          Kind.CONFLICT,
          "the registry has changed what you changed:\n  " + String.join("\n  ", overlaps),
          "merge that first: connector update " + name);
    }
    return files;
  }
}
