package dev.connector.registry.source;

import dev.connector.registry.lesson.Lessons;
import java.util.Optional;
import java.util.Set;

/** A registry in a git repository, kept in a cache and read there without being checked out. */
public final class GitRegistry implements Registry {

  private final String name;
  private final GitContent content;
  private final ItemReader items;

  private GitRegistry(String name, GitContent content, ItemReader items) {
    this.name = name;
    this.content = content;
    this.items = items;
  }

  /**
   * Opens the registry, fetching what the cache does not have.
   *
   * @throws dev.connector.spec.ConnectorException of kind NETWORK naming the host where it cannot
   *     be reached or says nothing, AUTHENTICATION where it refuses, USAGE where it has no such ref
   */
  public static GitRegistry open(String name, Location.Git location, GitSettings settings) {
    GitContent content = new GitCache(location.url(), settings).content(location.ref());
    try {
      Origin.Registered place = new Origin.Registered(name, location.ref(), content.commit(), "");
      return new GitRegistry(name, content, new ItemReader(content, place));
    } catch (RuntimeException e) {
      content.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String commit() {
    return content.commit();
  }

  @Override
  public Catalog catalog() {
    return items.catalog();
  }

  @Override
  public Set<String> runtimes() {
    return items.runtimes();
  }

  @Override
  public boolean isAt(String tree, String item) {
    return content.tree(ItemReader.folder(item)).equals(Optional.of(tree));
  }

  @Override
  public Item connector(String name) {
    return items.connector(name);
  }

  @Override
  public Item runtime(String language) {
    return items.runtime(language);
  }

  @Override
  public Lessons lessons() {
    return items.lessons();
  }

  @Override
  public void close() {
    content.close();
  }
}
