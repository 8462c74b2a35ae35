package dev.connector.registry.source;

import dev.connector.registry.lesson.Lessons;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;

/** A registry in a folder of this machine, read as it is at the moment. */
public final class DirectoryRegistry implements Registry {

  private final String name;
  private final Path folder;
  private final ItemReader items;

  private DirectoryRegistry(String name, Path folder, ItemReader items) {
    this.name = name;
    this.folder = folder;
    this.items = items;
  }

  /** Opens the registry in a folder, which may be the root of a project that holds one. */
  public static DirectoryRegistry open(String name, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ConnectorException(
          Kind.USAGE, "there is no folder " + folder, "name the folder that holds \"connectors\"");
    }
    return new DirectoryRegistry(
        name,
        folder,
        new ItemReader(new DirectoryContent(folder), new Origin.Registered(name, "", "", "")));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String commit() {
    return "";
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
    return false;
  }

  @Override
  public Item connector(String name) {
    return dated(items.connector(name), reader -> reader.connector(name));
  }

  @Override
  public Item runtime(String language) {
    return dated(items.runtime(language), reader -> reader.runtime(language));
  }

  @Override
  public Lessons lessons() {
    return items.lessons();
  }

  @Override
  public void close() {}

  /** With the commit that holds exactly this, where the folder is in a repository that has one. */
  private Item dated(Item item, Function<ItemReader, Item> reading) {
    return isInRepository()
        ? WorkTree.commit(folder, item, reading).map(item::at).orElse(item)
        : item;
  }

  /** Asked without JGit, which takes longer to load than a folder to read. */
  private boolean isInRepository() {
    for (Path place = folder; place != null; place = place.getParent()) {
      if (Files.exists(place.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }
}
