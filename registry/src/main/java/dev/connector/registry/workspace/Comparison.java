package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.merge.LineEndings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
    SortedMap<String, byte[]> base = unix(Pristine.read(tree, name, entry));
    SortedMap<String, byte[]> here = new TreeMap<>();
    base.keySet().forEach(path -> tree.read(path).ifPresent(content -> here.put(path, content)));
    return new Comparison(
        name,
        Change.between(base, unix(here)),
        now.map(item -> Change.between(base, unix(forward(project, entry, item))))
            .orElse(List.of()));
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

  /** Line endings are nobody's change. */
  private static SortedMap<String, byte[]> unix(SortedMap<String, byte[]> contents) {
    contents.replaceAll((path, content) -> LineEndings.unix(content));
    return contents;
  }
}
