package dev.connector.cli.command;

import dev.connector.registry.workspace.change.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A plan in a few lines: how many files are new, changed or gone, folder by folder. */
final class ChangeGroups {

  /** How many changes of each kind there are in one place. */
  record Counts(int created, int replaced, int deleted) {

    private Counts plus(Change change) {
      return new Counts(
          created + (change instanceof Change.Create ? 1 : 0),
          replaced + (change instanceof Change.Replace ? 1 : 0),
          deleted + (change instanceof Change.Delete ? 1 : 0));
    }
  }

  private ChangeGroups() {}

  /** Counts by place: a file of the root by itself, any other by the topmost folder with files. */
  static Map<String, Counts> of(List<Change> changes) {
    TreeSet<String> folders = new TreeSet<>();
    changes.forEach(change -> folders.add(parent(change.path())));
    Map<String, Counts> files = new TreeMap<>();
    Map<String, Counts> places = new TreeMap<>();
    for (Change change : changes) {
      String folder = parent(change.path());
      boolean root = folder.isEmpty();
      Map<String, Counts> group = root ? files : places;
      String place = root ? change.path() : topmost(folder, folders) + "/";
      group.put(place, group.getOrDefault(place, new Counts(0, 0, 0)).plus(change));
    }
    Map<String, Counts> all = new LinkedHashMap<>(places);
    all.putAll(files);
    return all;
  }

  private static String topmost(String folder, TreeSet<String> folders) {
    String top = folder;
    for (String up = parent(folder); !up.isEmpty(); up = parent(up)) {
      top = folders.contains(up) ? up : top;
    }
    return top;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
