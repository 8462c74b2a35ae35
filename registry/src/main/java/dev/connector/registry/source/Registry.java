package dev.connector.registry.source;

import dev.connector.registry.lesson.Lessons;
import java.util.Set;

/**
 * A place that connectors come from, at one commit. Reading it never runs anything it holds, and
 * what it hands out has passed the checks of {@link Item}.
 *
 * <p>Methods fail with {@link dev.connector.spec.ConnectorException}: USAGE for what is not there
 * (with near matches), INTEGRITY for content that is refused, FAILED where it cannot be read.
 */
public sealed interface Registry extends AutoCloseable
    permits PackedRegistry, GitRegistry, DirectoryRegistry {

  /** {@code default}, the name the configuration gives it, or its address without credentials. */
  String name();

  /** The commit it is read at; empty for a folder, which may be in none. */
  String commit();

  /** What it offers. */
  Catalog catalog();

  /** The languages it has a runtime for. */
  Set<String> runtimes();

  /**
   * Whether an item, the runtime too, is known to be the files of a tree without reading them;
   * {@code false} where only reading can tell.
   */
  boolean isAt(String tree, String item);

  /** The connector of that name, with all its files. */
  Item connector(String name);

  /** The runtime for a language: its {@code item.json} and what that names, no more. */
  Item runtime(String language);

  /** What those who built its connectors have learnt; none where it has no such folder. */
  Lessons lessons();

  @Override
  void close();
}
