package dev.connector.registry.workspace.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.diff.SimilarityIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;

/** Finds what a file that is gone is called now. */
public final class Renames {

  /** What git takes for the same file under another name: six tenths of it in common. */
  private static final int ENOUGH = 60;

  private static final int ALL = 100;

  private Renames() {}

  /** One file under two names. */
  private record Pair(String gone, String come, int score) {}

  /**
   * New names by old ones, each at most once; the more alike first.
   *
   * @param gone contents by path that are there no more
   * @param come contents by path that were not there before
   */
  public static SortedMap<String, String> of(
      SortedMap<String, byte[]> gone, SortedMap<String, byte[]> come) {
    Objects.requireNonNull(gone);
    SortedMap<String, String> renamed = new TreeMap<>();
    for (Pair pair : pairs(gone, come)) {
      if (!renamed.containsKey(pair.gone()) && !renamed.containsValue(pair.come())) {
        renamed.put(pair.gone(), pair.come());
      }
    }
    return renamed;
  }

  private static List<Pair> pairs(SortedMap<String, byte[]> gone, SortedMap<String, byte[]> come) {
    Map<String, SimilarityIndex> indexes = new TreeMap<>();
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<String, byte[]> old : gone.entrySet()) {
      for (Map.Entry<String, byte[]> fresh : come.entrySet()) {
        if (kind(old.getKey()).equals(kind(fresh.getKey()))) {
          int score =
              indexes
                  .computeIfAbsent("-" + old.getKey(), key -> index(old.getValue()))
                  .score(
                      indexes.computeIfAbsent("+" + fresh.getKey(), key -> index(fresh.getValue())),
                      ALL);
          if (score >= ENOUGH) {
            pairs.add(new Pair(old.getKey(), fresh.getKey(), score));
          }
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt((Pair pair) -> -pair.score())
            .thenComparing(pair -> !name(pair.gone()).equals(name(pair.come())))
            .thenComparing(Pair::gone)
            .thenComparing(Pair::come));
    return pairs;
  }

  private static SimilarityIndex index(byte[] content) {
    try {
      return SimilarityIndex.create(new ObjectLoader.SmallObject(Constants.OBJ_BLOB, content));
    } catch (IOException | SimilarityIndex.TableFullException tooLarge) {
      throw new UncheckedIOException(new IOException("a file too large to be compared", tooLarge));
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Only files of one extension are one file; what is beside the lock stays beside it. */
  private static String kind(String path) {
    return path.startsWith(".connectors/") + path.substring(path.lastIndexOf('.') + 1);
  }
}
