package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.merge.LineEndings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A connector against what was installed: the user's changes and its origin's, apart.
 *
 * @param yours what the user changed
 * @param upstream what its origin has changed, as it would come into this project
 */
public record Comparison(String name, List<Change> yours, List<Change> upstream) {

  public Comparison {
    Objects.requireNonNull(name);
    yours = List.copyOf(yours);
    upstream = List.copyOf(upstream);
  }

  /**
   * Compares.
   *
   * @param now what its origin has; empty where only the user's changes are wanted
   */
  public static Comparison of(
      Project.Java project, String name, Lock.Entry entry, Optional<Item> now) {
    ProjectTree tree = ProjectTree.at(project.root());
    SortedMap<String, byte[]> base = Pristine.read(tree, name, entry);
    SortedMap<String, byte[]> here = new TreeMap<>();
    base.keySet().forEach(path -> tree.read(path).ifPresent(content -> here.put(path, content)));
    return new Comparison(
        name,
        changes(base, here),
        now.map(item -> changes(base, forward(project, entry, item))).orElse(List.of()));
  }

  private static SortedMap<String, byte[]> forward(
      Project.Java project, Lock.Entry entry, Item item) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    new Installer(project.layout(), project.language())
        .install(item, item.manifest(project.language().id()), entry.packages())
        .files()
        .forEach((path, file) -> contents.put(path, file.content()));
    return contents;
  }

  private static List<Change> changes(
      SortedMap<String, byte[]> before, SortedMap<String, byte[]> after) {
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String path : paths) {
      Optional<byte[]> old = Optional.ofNullable(before.get(path)).map(LineEndings::unix);
      Optional<byte[]> fresh = Optional.ofNullable(after.get(path)).map(LineEndings::unix);
      Change.between(path, old, fresh).ifPresent(changes::add);
    }
    return changes;
  }
}
