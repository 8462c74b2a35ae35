package dev.connector.registry.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Content that was made here and lies in no storage. */
final class MemoryContent implements Content {

  private final Map<String, byte[]> files;

  /**
   * @param files by path, with forward slashes
   */
  MemoryContent(Map<String, byte[]> files) {
    this.files = new TreeMap<>(files);
  }

  @Override
  public Set<String> folders(String folder) {
    Set<String> names = new TreeSet<>();
    for (String path : below(folder).keySet()) {
      int slash = path.indexOf('/');
      if (slash > 0) {
        names.add(path.substring(0, slash));
      }
    }
    return names;
  }

  @Override
  public List<Entry> files(String folder) {
    return walk(folder).stream().filter(it -> it.segments().size() == 1).toList();
  }

  @Override
  public List<Entry> walk(String folder) {
    return below(folder).entrySet().stream()
        .map(
            it ->
                Entry.file(
                    List.of(it.getKey().split("/", -1)),
                    it.getValue().length,
                    limit -> Arrays.copyOf(it.getValue(), Math.min(limit, it.getValue().length))))
        .toList();
  }

  private Map<String, byte[]> below(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    Map<String, byte[]> below = new TreeMap<>();
    files.forEach(
        (path, content) -> {
          if (path.startsWith(prefix)) {
            below.put(path.substring(prefix.length()), content);
          }
        });
    return below;
  }
}
