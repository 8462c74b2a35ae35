package dev.connector.registry.contribute;

import dev.connector.registry.workspace.Lock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where in its item a file of the project belongs, by where installed files came from. */
final class ItemPaths {

  /** Folders of the item by folders of the project, the inner ones first. */
  private final Map<String, String> folders =
      new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(it -> it));

  private ItemPaths() {}

  static ItemPaths of(Lock.Entry entry) {
    ItemPaths paths = new ItemPaths();
    entry.files().forEach((path, file) -> paths.learn(entry, path, file.from()));
    return paths;
  }

  /** The path in the item; empty for what lies in no folder of the connector. */
  Optional<String> of(String path) {
    return folders.entrySet().stream()
        .filter(folder -> path.startsWith(folder.getKey()))
        .map(folder -> folder.getValue() + path.substring(folder.getKey().length()))
        .findFirst();
  }

  private void learn(Lock.Entry entry, String path, String from) {
    if (path.endsWith("/" + from)) {
      folders.put(path.substring(0, path.length() - from.length()), "");
      return;
    }
    entry.packages().forEach((theirs, ours) -> learn(path, from, folder(theirs), folder(ours)));
  }

  private void learn(String path, String from, String theirs, String ours) {
    for (int at = from.indexOf(theirs); at >= 0; at = from.indexOf(theirs, at + 1)) {
      String rest = from.substring(at + theirs.length());
      if (path.endsWith(ours + rest)) {
        folders.put(
            path.substring(0, path.length() - rest.length()), from.substring(0, at) + theirs);
      }
    }
  }

  private static String folder(String packageName) {
    return "/" + packageName.replace('.', '/') + "/";
  }
}
