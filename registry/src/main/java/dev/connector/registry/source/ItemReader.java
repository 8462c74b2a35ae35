package dev.connector.registry.source;

import dev.connector.registry.lesson.Lessons;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Turns a registry's storage into items and a catalog. The one way in: whatever the storage,
 * content passes the same checks in the same order here.
 */
final class ItemReader {

  private static final String CONNECTORS = "connectors";
  private static final String RUNTIMES = "runtime";

  private final Storage storage;
  private final Origin.Registered place;

  /**
   * Creates a reader.
   *
   * @param place the origin of everything read, but for the tree
   */
  ItemReader(Content content, Origin.Registered place) {
    this.storage = new Storage(content, place.registry());
    this.place = place;
  }

  Catalog catalog() {
    List<CatalogEntry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : connectors()) {
      collect(() -> connectorEntry(name), entries, problems);
    }
    for (String language : runtimes()) {
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
    String folder = CONNECTORS + "/" + name;
    List<Entry> definition = Storage.only(Item.DEFINITION, storage.files(folder));
    SafeContent.require(name, definition);
    List<String> languages =
        storage.folders(folder).stream()
            .filter(ItemLayout::isLanguage)
            .filter(
                language ->
                    !Storage.only(ItemManifest.FILE, storage.files(folder + "/" + language))
                        .isEmpty())
            .toList();
    byte[] json = storage.read(name, definition).get(Item.DEFINITION);
    return ConnectorSummary.read(name, json).entry(languages);
  }

  Item connector(String name) {
    Names.requireConnector(name);
    List<Entry> entries = storage.walk(CONNECTORS + "/" + name);
    if (Storage.only(Item.DEFINITION, entries).isEmpty()) {
      throw missing("connector \"" + name + "\"", name, connectors());
    }
    SafeContent.require(name, entries);
    Map<String, byte[]> files = storage.read(name, entries);
    ConnectorSummary.read(name, files.get(Item.DEFINITION));
    Map<String, ItemManifest> manifests = ItemLayout.manifests(name, files);
    SafeContent.refuse(name, ItemLayout.problems(files.keySet(), manifests));
    return item(name, Item.Kind.CONNECTOR, files);
  }

  Lessons lessons() {
    return new LessonReader(storage).read();
  }

  /** Whether there is a connector of that name, whatever is in it. */
  boolean hasConnector(String name) {
    return connectors().contains(name);
  }

  /** Where a connector of that name is, or would be. */
  static String folder(String name) {
    return CONNECTORS + "/" + name;
  }

  Set<String> runtimes() {
    Set<String> languages = new TreeSet<>(storage.folders(RUNTIMES));
    languages.removeIf(
        name ->
            !ItemLayout.isLanguage(name)
                || Storage.only(ItemManifest.FILE, storage.files(RUNTIMES + "/" + name)).isEmpty());
    return languages;
  }

  Item runtime(String language) {
    if (!runtimes().contains(language)) {
      throw missing("runtime for " + Text.oneLine(language), language, runtimes());
    }
    String folder = RUNTIMES + "/" + language;
    List<Entry> entries = storage.walk(folder);
    List<Entry> manifestOnly = Storage.only(ItemManifest.FILE, entries);
    SafeContent.require(folder, manifestOnly);
    Map<String, byte[]> files = storage.read(folder, manifestOnly);
    ItemManifest manifest =
        ItemManifest.read(folder + "/" + ItemManifest.FILE, language, files.get(ItemManifest.FILE));
    if (manifest.version().isEmpty()) {
      SafeContent.refuse(folder, List.of(ItemManifest.FILE + ": /version: is missing"));
    }
    // Beside the sources stands what builds and tests the runtime; it is not part of the item.
    List<Entry> sources =
        entries.stream().filter(entry -> concerns(entry, manifest.sources().all())).toList();
    SafeContent.require(folder, sources);
    files.putAll(storage.read(folder, sources));
    List<String> problems = new ArrayList<>();
    for (Entry entry : sources) {
      ItemLayout.sourceProblem(entry.path(), manifest)
          .ifPresent(problem -> problems.add(entry.path() + ": " + problem));
    }
    SafeContent.refuse(folder, problems);
    return item(Item.RUNTIME, Item.Kind.RUNTIME, files);
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
    Origin origin =
        new Origin.Registered(place.registry(), place.ref(), place.commit(), TreeId.of(list));
    return new Item(name, kind, origin, list);
  }

  private Set<String> connectors() {
    Set<String> names = new LinkedHashSet<>(storage.folders(CONNECTORS));
    names.removeIf(
        name ->
            !Names.isConnector(name)
                || Storage.only(Item.DEFINITION, storage.files(CONNECTORS + "/" + name)).isEmpty());
    return names;
  }

  private ConnectorException missing(String what, String name, Set<String> there) {
    Optional<String> near = NearMatches.of(name, there).stream().findFirst();
    return new ConnectorException(
        Kind.USAGE,
        "no " + what + " in registry " + place.registry(),
        near.map(match -> "did you mean \"" + match + "\"? run: connector view " + address(match))
            .orElse("see what there is: connector list" + option()));
  }

  private String address(String connector) {
    if (place.registry().equals(PackedRegistry.NAME)) {
      return connector;
    }
    return place.registry() + (place.registry().startsWith("@") ? "/" : "#") + connector;
  }

  private String option() {
    return place.registry().equals(PackedRegistry.NAME) ? "" : " --registry " + place.registry();
  }
}
