package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a registry's folders are in its content, which may be a project that holds a registry, and
 * failures to read them in words.
 */
final class Storage {

  private static final List<String> PLACES = List.of("", "registry/");
  private static final String MARK = "connectors";

  private final Content content;
  private final String registry;
  private final String root;

  Storage(Content content, String registry) {
    this.content = content;
    this.registry = registry;
    this.root =
        PLACES.stream()
            .filter(place -> reading(place, () -> content.folders(place)).contains(MARK))
            .findFirst()
            .orElseThrow(() -> noRegistry(registry));
  }

  /** Where the registry is in its content: empty, or a folder with a slash at its end. */
  String root() {
    return root;
  }

  Set<String> folders(String folder) {
    return reading(folder, () -> content.folders(root + folder));
  }

  List<Entry> files(String folder) {
    return reading(folder, () -> content.files(root + folder));
  }

  List<Entry> walk(String folder) {
    return reading(folder, () -> content.walk(root + folder));
  }

  /** The bytes by path, ordered; what has grown since it was checked is refused. */
  Map<String, byte[]> read(String item, List<Entry> entries) {
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

  /** Those of the entries that have this path: one, or none. */
  static List<Entry> only(String path, List<Entry> entries) {
    return entries.stream().filter(entry -> entry.path().equals(path)).toList();
  }

  private interface Reading<T> {
    T get() throws IOException;
  }

  private <T> T reading(String what, Reading<T> reading) {
    try {
      return reading.get();
    } catch (IOException e) {
      String reason = Text.oneLine(String.valueOf(e.getMessage()));
      throw new ConnectorException(
          Kind.FAILED,
          what + " of registry " + registry + " cannot be read: " + reason,
          "check that it is there and readable",
          e);
    }
  }

  private static ConnectorException noRegistry(String registry) {
    return new ConnectorException(
        Kind.FAILED,
        registry + " is no registry: it has no folder \"" + MARK + "\"",
        "a registry holds connectors/<name>/connector.json");
  }
}
