package dev.connector.registry.workspace;

import java.util.List;

/**
 * Takes edits out of a build file again, the last first, knowing nothing but what the lock says.
 */
final class TakenOut {

  private TakenOut() {}

  static String of(String content, List<Lock.LockedEdit> edits) {
    String text = content;
    for (int i = edits.size() - 1; i >= 0; i--) {
      String inserted = edits.get(i).piece().inserted();
      int place = text.lastIndexOf(inserted);
      if (place < 0) {
        throw new AssertionError("not to be found: " + inserted);
      }
      text =
          text.substring(0, place)
              + edits.get(i).piece().removed()
              + text.substring(place + inserted.length());
    }
    return text;
  }
}
