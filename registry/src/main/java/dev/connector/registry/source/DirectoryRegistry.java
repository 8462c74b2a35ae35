package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;

/** A registry in a folder of this machine, read as it is at the moment. */
public final class DirectoryRegistry implements Registry {

  private final String name;
  private final ItemReader items;

  private DirectoryRegistry(String name, ItemReader items) {
    this.name = name;
    this.items = items;
  }

  /** Opens the registry in a folder, which may be the root of a project that holds one. */
  public static DirectoryRegistry open(String name, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ConnectorException(
          Kind.USAGE, "there is no folder " + folder, "name the folder that holds \"connectors\"");
    }
    return new DirectoryRegistry(
        name, new ItemReader(new DirectoryContent(folder), new Origin(name, "", "", "")));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Catalog catalog() {
    return items.catalog();
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
  public void close() {}
}
