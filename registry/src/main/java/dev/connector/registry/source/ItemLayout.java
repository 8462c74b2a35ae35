package dev.connector.registry.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What may be where in an item. A closed list: what is not named here is refused, whatever it is.
 */
final class ItemLayout {

  private static final Set<String> TOP =
      Set.of(
          Item.DEFINITION,
          "README.md",
          "CHANGELOG.md",
          "LICENSE",
          "NOTICE",
          ".env.example",
          "inference.json");

  private static final Map<String, Set<String>> DATA =
      Map.of("schemas", Set.of("json"), "fixtures", Set.of("json", "txt", "csv", "xml", "md"));

  private static final Map<String, Set<String>> SOURCES =
      Map.of(
          "java", Set.of("java", "json", "txt", "csv", "md"),
          "typescript", Set.of("ts", "mts", "cts", "json", "txt", "csv", "md"),
          "python", Set.of("py", "pyi", "typed", "json", "txt", "csv", "md"));

  private ItemLayout() {}

  static boolean isLanguage(String name) {
    return SOURCES.containsKey(name);
  }

  static String manifestPath(Item.Kind kind, String language) {
    return kind == Item.Kind.RUNTIME ? ItemManifest.FILE : language + "/" + ItemManifest.FILE;
  }

  static List<String> languages(Item item) {
    if (item.kind() == Item.Kind.RUNTIME) {
      return item.file(ItemManifest.FILE)
          .map(file -> Json.object(file.path(), file.content()).path("language").asText())
          .filter(ItemLayout::isLanguage)
          .map(List::of)
          .orElse(List.of());
    }
    return languages(item.files().stream().map(ItemFile::path).toList());
  }

  /** The languages for which a connector with these files has a manifest. */
  static List<String> languages(Collection<String> paths) {
    return SOURCES.keySet().stream()
        .filter(language -> paths.contains(manifestPath(Item.Kind.CONNECTOR, language)))
        .sorted()
        .toList();
  }

  /** What in a connector is not where the layout has it: one line each. */
  static List<String> problems(Collection<String> paths, Map<String, ItemManifest> manifests) {
    List<String> problems = new ArrayList<>();
    for (String path : paths) {
      String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
      if (first.isEmpty() ? TOP.contains(path) : isData(first, path)) {
        continue;
      }
      if (!isLanguage(first)) {
        problems.add(path + ": not part of a connector");
      } else if (!manifests.containsKey(first)) {
        problems.add(path + ": there is no " + first + "/" + ItemManifest.FILE);
      } else if (!path.equals(manifestPath(Item.Kind.CONNECTOR, first))) {
        sourceProblem(path.substring(first.length() + 1), manifests.get(first))
            .ifPresent(problem -> problems.add(path + ": " + problem));
      }
    }
    return problems;
  }

  /** Why a file, named relative to its manifest, is no source of it. */
  static Optional<String> sourceProblem(String path, ItemManifest manifest) {
    Optional<String> root =
        manifest.sources().all().stream()
            .filter(source -> path.startsWith(source + "/"))
            .findFirst();
    if (root.isEmpty()) {
      return Optional.of("not below a folder that " + ItemManifest.FILE + " names");
    }
    if (!SOURCES.get(manifest.language()).contains(extension(path))) {
      return Optional.of("not a kind of file that " + manifest.language() + " source holds");
    }
    boolean elsewhere =
        manifest.language().equals("java")
            && !path.startsWith(root.get() + "/" + manifest.packagePath() + "/");
    return elsewhere
        ? Optional.of("outside of the package " + manifest.packageName())
        : Optional.empty();
  }

  /** The manifests among the files, by language. */
  static Map<String, ItemManifest> manifests(String name, Map<String, byte[]> files) {
    Map<String, ItemManifest> manifests = new TreeMap<>();
    for (String language : languages(files.keySet())) {
      String path = manifestPath(Item.Kind.CONNECTOR, language);
      manifests.put(language, ItemManifest.read(name + "/" + path, language, files.get(path)));
    }
    return manifests;
  }

  private static boolean isData(String folder, String path) {
    return DATA.containsKey(folder) && DATA.get(folder).contains(extension(path));
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
