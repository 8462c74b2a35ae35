package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the entries of one item while its storage is walked, and ends the walk where there are
 * too many: a tree of a few objects can unfold to billions of paths.
 */
final class EntryList {

  static final int MOST_ENTRIES = 2_000;
  static final int DEEPEST = 16;

  private final String folder;
  private final List<Entry> entries = new ArrayList<>();
  private int seen;

  EntryList(String folder) {
    this.folder = folder;
  }

  /** Counts a folder that is about to be walked. */
  void enter(List<String> segments) {
    count();
    if (segments.size() > DEEPEST) {
      throw refused("folders more than " + DEEPEST + " deep");
    }
  }

  void add(Entry entry) {
    count();
    entries.add(entry);
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  private void count() {
    seen++;
    if (seen > MOST_ENTRIES) {
      throw refused("more than " + MOST_ENTRIES + " files and folders");
    }
  }

  private ConnectorException refused(String what) {
    return new ConnectorException(
        Kind.INTEGRITY,
        folder + " is refused: it holds " + what,
        "nothing was written; tell the registry's owner");
  }
}
