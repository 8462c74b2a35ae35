package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A connector or a runtime as read from a registry. Its paths and sizes have been checked; what the
 * files say is still foreign text, never executed.
 *
 * @param name the folder's name for a connector ({@code hubspot}); {@code runtime} for a runtime
 * @param files every file below the item's folder for a connector; for a runtime its {@code
 *     item.json} and what that names; ordered by path
 */
public record Item(String name, Kind kind, Origin origin, List<ItemFile> files) {

  /** The file that makes a folder a connector. */
  public static final String DEFINITION = "connector.json";

  /** The name of every runtime, whatever its language. */
  public static final String RUNTIME = "runtime";

  /** What an item is. */
  public enum Kind {
    /** {@code connectors/<name>/}, for every language. */
    CONNECTOR,
    /** {@code runtime/<language>/}. */
    RUNTIME
  }

  public Item {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(origin);
    files = List.copyOf(files);
  }

  /**
   * A connector that was rendered here. It passes the checks of one that comes from a registry,
   * since what it was rendered from is as foreign.
   *
   * @param files by path, relative to the connector's folder
   * @param origin but for the tree
   */
  public static Item rendered(String name, Map<String, byte[]> files, Origin.Rendered origin) {
    Map<String, byte[]> content = new TreeMap<>();
    files.forEach((path, bytes) -> content.put("connectors/" + name + "/" + path, bytes));
    Origin.Registered here = new Origin.Registered(origin.source(), "", "", "");
    Item item = new ItemReader(new MemoryContent(content), here).connector(name);
    return new Item(name, Kind.CONNECTOR, origin.with(item.origin().tree()), item.files());
  }

  /**
   * Holds the files of a connector to all that is asked of one that comes from a registry.
   *
   * @param files by path, relative to the connector's folder
   * @throws ConnectorException of kind INTEGRITY that lists what would be refused
   */
  public static void requireReadable(String name, Map<String, byte[]> files) {
    Map<String, byte[]> content = new TreeMap<>();
    files.forEach((path, bytes) -> content.put(ItemReader.folder(name) + "/" + path, bytes));
    new ItemReader(new MemoryContent(content), new Origin.Registered("here", "", "", ""))
        .connector(name);
  }

  /** The same, known to be in a commit. */
  Item at(String commit) {
    if (!(origin instanceof Origin.Registered registered)) {
      throw new IllegalStateException(name + " comes from no registry");
    }
    return new Item(
        name,
        kind,
        new Origin.Registered(registered.registry(), registered.ref(), commit, origin.tree()),
        files);
  }

  /** Whether a file of a connector says what the API is like, and is no code, test or text. */
  public static boolean isDefinition(String path) {
    return path.equals(DEFINITION) || path.startsWith("schemas/");
  }

  /** The file at exactly that path. */
  public Optional<ItemFile> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /** The languages it has source for, ordered. */
  public List<String> languages() {
    return ItemLayout.languages(this);
  }

  /**
   * How its source of a language is installed.
   *
   * @throws ConnectorException of kind FAILED where it has none, naming those it has
   */
  public ItemManifest manifest(String language) {
    String path = ItemLayout.manifestPath(kind, language);
    return file(path)
        .filter(file -> languages().contains(language))
        .map(file -> ItemManifest.read(name + "/" + path, language, file.content()))
        .orElseThrow(
            () ->
                new ConnectorException(
                    ConnectorException.Kind.FAILED,
                    name
                        + " has no source for "
                        + language
                        + ", only for "
                        + String.join(", ", languages()),
                    "see what it is: connector view " + name));
  }

  /** Its semantic version: a connector's from its definition, a runtime's from its manifest. */
  public String version(String language) {
    return kind == Kind.RUNTIME
        ? manifest(language).version().orElse("")
        : ConnectorSummary.read(this).version();
  }
}
