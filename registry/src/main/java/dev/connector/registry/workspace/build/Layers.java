package dev.connector.registry.workspace.build;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts that grow out of one by the same edits, of which the second leaves some out: the place
 * of an edit is known in the first text alone.
 */
final class Layers {

  /** A stretch of text that stands in the first text, in the second, or in both. */
  private record Stretch(String text, boolean inFirst, boolean inSecond) {

    int length() {
      return inFirst ? text.length() : 0;
    }
  }

  private final List<Stretch> stretches = new ArrayList<>();

  Layers(String common) {
    stretches.add(new Stretch(common, true, true));
  }

  /** Puts one text in place of another: in the first text, and in the second if it is kept. */
  void edit(int offset, String removed, String inserted, boolean kept) {
    int place = cut(0, offset);
    int end = removed.isEmpty() ? place : cut(place, removed.length());
    List<Stretch> replaced = List.copyOf(stretches.subList(place, end));
    stretches.subList(place, end).clear();
    stretches.add(place, new Stretch(inserted, true, kept));
    int next = place + 1;
    for (Stretch old : replaced) {
      if (old.inSecond() && !(kept && old.inFirst())) {
        stretches.add(next++, new Stretch(old.text(), false, true));
      }
    }
  }

  /** Makes a stretch of the first text begin so far behind the beginning of one; its number. */
  private int cut(int start, int distance) {
    int left = distance;
    for (int i = start; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      if (left == 0 && stretch.inFirst()) {
        return i;
      }
      if (left < stretch.length()) {
        String text = stretch.text();
        stretches.set(i, new Stretch(text.substring(0, left), true, stretch.inSecond()));
        stretches.add(i + 1, new Stretch(text.substring(left), true, stretch.inSecond()));
        return i + 1;
      }
      left -= stretch.length();
    }
    return stretches.size();
  }

  /** The second text. */
  String second() {
    StringBuilder text = new StringBuilder();
    stretches.stream().filter(Stretch::inSecond).map(Stretch::text).forEach(text::append);
    return text.toString();
  }
}
