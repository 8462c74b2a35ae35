package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Turns a registry's storage into items and a catalog. The one way in: whatever the storage,
 * content passes the same checks in the same order here.
 */
final class ItemReader {

  private static final String CONNECTORS = "connectors";
  private static final String RUNTIMES = "runtime";

  private final Content content;
  private final String root;
  private final Origin place;

  /**
   * Creates a reader.
   *
   * @param place the origin of everything read, but for the tree
   */
  ItemReader(Content content, Origin place) {
    this.content = content;
    this.place = place;
    this.root =
        Stream.of("", "registry/")
            .filter(folder -> folders(folder).contains(CONNECTORS))
            .findFirst()
            .orElseThrow(() -> noRegistry(place));
  }

  Catalog catalog() {
    List<CatalogEntry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : connectors()) {
      collect(() -> connectorEntry(name), entries, problems);
    }
    for (String language : folders(root + RUNTIMES)) {
      collect(() -> entry(runtime(language)), entries, problems);
    }
    return new Catalog(entries, problems);
  }

  /** The line of a catalog for an item. */
  static CatalogEntry entry(Item item) {
    List<String> languages = item.languages();
    if (item.kind() == Item.Kind.CONNECTOR) {
      return ConnectorSummary.read(item).entry(languages);
    }
    String language = languages.get(0);
    return new CatalogEntry(
        item.name(), item.kind(), item.version(language), "Runtime for " + language, "", languages);
  }

  private static void collect(
      Supplier<CatalogEntry> reading, List<CatalogEntry> entries, List<String> problems) {
    try {
      entries.add(reading.get());
    } catch (ConnectorException e) {
      problems.add(e.getMessage());
    }
  }

  /** Reads the definition alone: listing a large registry must not read all of it. */
  private CatalogEntry connectorEntry(String name) {
    String folder = root + CONNECTORS + "/" + name;
    List<Entry> definition = only(Item.DEFINITION, files(folder));
    SafeContent.require(name, definition);
    List<String> languages =
        folders(folder).stream()
            .filter(ItemLayout::isLanguage)
            .filter(language -> !only(ItemManifest.FILE, files(folder + "/" + language)).isEmpty())
            .toList();
    byte[] json = read(name, definition).get(Item.DEFINITION);
    return ConnectorSummary.read(name, json).entry(languages);
  }

  Item connector(String name) {
    Names.requireConnector(name);
    List<Entry> entries = walk(root + CONNECTORS + "/" + name);
    if (only(Item.DEFINITION, entries).isEmpty()) {
      throw missing("connector \"" + name + "\"", name, connectors());
    }
    SafeContent.require(name, entries);
    Map<String, byte[]> files = read(name, entries);
    ConnectorSummary.read(name, files.get(Item.DEFINITION));
    Map<String, ItemManifest> manifests = ItemLayout.manifests(name, files);
    SafeContent.refuse(name, ItemLayout.problems(files.keySet(), manifests));
    return item(name, Item.Kind.CONNECTOR, files);
  }

  Item runtime(String language) {
    String folder = RUNTIMES + "/" + language;
    if (!folders(root + RUNTIMES).contains(language) || !ItemLayout.isLanguage(language)) {
      throw missing("runtime for " + Text.oneLine(language), language, folders(root + RUNTIMES));
    }
    List<Entry> entries = walk(root + folder);
    List<Entry> manifestOnly = only(ItemManifest.FILE, entries);
    if (manifestOnly.isEmpty()) {
      throw missing("runtime for " + language, language, Set.of());
    }
    SafeContent.require(folder, manifestOnly);
    Map<String, byte[]> files = read(folder, manifestOnly);
    ItemManifest manifest =
        ItemManifest.read(folder + "/" + ItemManifest.FILE, language, files.get(ItemManifest.FILE));
    if (manifest.version().isEmpty()) {
      SafeContent.refuse(folder, List.of(ItemManifest.FILE + ": /version: is missing"));
    }
    // Beside the sources stands what builds and tests the runtime; it is not part of the item.
    List<Entry> sources =
        entries.stream().filter(entry -> concerns(entry, manifest.sources().all())).toList();
    SafeContent.require(folder, sources);
    files.putAll(read(folder, sources));
    List<String> problems = new ArrayList<>();
    for (Entry entry : sources) {
      ItemLayout.sourceProblem(entry.path(), manifest)
          .ifPresent(problem -> problems.add(entry.path() + ": " + problem));
    }
    SafeContent.refuse(folder, problems);
    return item(Names.RUNTIME, Item.Kind.RUNTIME, files);
  }

  /** Whether an entry lies in one of the folders, or stands in the way to it. */
  private static boolean concerns(Entry entry, List<String> folders) {
    String path = entry.path() + "/";
    return folders.stream()
        .map(folder -> folder + "/")
        .anyMatch(folder -> path.startsWith(folder) || folder.startsWith(path));
  }

  private Item item(String name, Item.Kind kind, Map<String, byte[]> files) {
    List<ItemFile> list = new ArrayList<>();
    files.forEach((path, bytes) -> list.add(new ItemFile(path, bytes)));
    Origin origin = new Origin(place.registry(), place.ref(), place.commit(), TreeId.of(list));
    return new Item(name, kind, origin, list);
  }

  private Set<String> connectors() {
    Set<String> names = new LinkedHashSet<>(folders(root + CONNECTORS));
    names.removeIf(
        name ->
            !Names.isConnector(name)
                || only(Item.DEFINITION, files(root + CONNECTORS + "/" + name)).isEmpty());
    return names;
  }

  private static List<Entry> only(String path, List<Entry> entries) {
    return entries.stream().filter(entry -> entry.path().equals(path)).toList();
  }

  private Set<String> folders(String folder) {
    return reading(folder, () -> content.folders(folder));
  }

  private List<Entry> files(String folder) {
    return reading(folder, () -> content.files(folder));
  }

  private List<Entry> walk(String folder) {
    return reading(folder, () -> content.walk(folder));
  }

  /** The bytes by path, ordered; what has grown since it was checked is refused. */
  private Map<String, byte[]> read(String item, List<Entry> entries) {
    Map<String, byte[]> files = new TreeMap<>();
    for (Entry entry : entries) {
      byte[] bytes = reading(entry.path(), () -> entry.source().read(SafeContent.LARGEST_FILE + 1));
      if (bytes.length > SafeContent.LARGEST_FILE) {
        SafeContent.refuse(item, List.of(entry.path() + ": larger than it says"));
      }
      files.put(entry.path(), bytes);
    }
    return files;
  }

  private interface Reading<T> {
    T get() throws IOException;
  }

  private <T> T reading(String what, Reading<T> reading) {
    try {
      return reading.get();
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.FAILED,
          what
              + " of registry "
              + place.registry()
              + " cannot be read: "
              + Text.oneLine(String.valueOf(e.getMessage())),
          "",
          e);
    }
  }

  private ConnectorException missing(String what, String name, Set<String> there) {
    Optional<String> near = NearMatches.of(name, there).stream().findFirst();
    return new ConnectorException(
        Kind.USAGE,
        "no " + what + " in registry " + place.registry(),
        near.map(match -> "did you mean \"" + match + "\"? run: connector view " + match)
            .orElse("see what there is: connector list"));
  }

  private static ConnectorException noRegistry(Origin place) {
    return new ConnectorException(
        Kind.FAILED,
        place.registry() + " is no registry: it has no folder \"connectors\"",
        "a registry holds connectors/<name>/connector.json");
  }
}
