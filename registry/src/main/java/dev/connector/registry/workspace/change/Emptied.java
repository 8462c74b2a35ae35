package dev.connector.registry.workspace.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the folders that a plan takes the last file out of; links to folders are not folders. */
record Emptied(Boundary boundary, Disk disk) {

  /** The folders in which nothing is left, parents first. */
  List<String> by(Plan plan) throws IOException {
    Set<String> gone = new HashSet<>();
    Set<String> used = new HashSet<>();
    Set<String> candidates =
        new TreeSet<>(
            Comparator.comparingLong(Emptied::depth)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (Change change : plan.changes()) {
      if (change.after().isEmpty()) {
        gone.add(change.path());
        candidates.addAll(parents(change.path()));
      } else {
        used.addAll(parents(change.path()));
      }
    }
    List<String> emptied = new ArrayList<>();
    for (String folder : candidates) {
      if (!used.contains(folder) && holdsNothingBut(gone, folder)) {
        gone.add(folder);
        emptied.add(0, folder);
      }
    }
    return emptied;
  }

  private boolean holdsNothingBut(Set<String> gone, String folder) throws IOException {
    return Files.isDirectory(boundary.root().resolve(folder), LinkOption.NOFOLLOW_LINKS)
        && disk.list(boundary.folder(folder)).stream()
            .allMatch(name -> gone.contains(folder + "/" + name));
  }

  private static List<String> parents(String path) {
    List<String> parents = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      parents.add(path.substring(0, slash));
    }
    return parents;
  }

  private static long depth(String folder) {
    return folder.chars().filter(c -> c == '/').count();
  }
}
