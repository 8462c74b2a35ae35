package dev.connector.cli.agent.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The passage of a text that has most of what was searched for. */
final class Snippet {

  private static final int LENGTH = 300;

  /** Shown before the first term that was found. */
  private static final int LEAD = 40;

  private record Found(String term, int at) {}

  private Snippet() {}

  static String of(String text, Set<String> wanted, Terms terms) {
    List<Found> found = new ArrayList<>();
    terms.each(
        text,
        (term, at) -> {
          if (wanted.contains(term)) {
            found.add(new Found(term, at));
          }
        });
    int start = Math.max(0, best(found) - LEAD);
    if (text.length() - start < LENGTH) {
      start = Math.max(0, text.length() - LENGTH);
    }
    int from = start == 0 ? 0 : afterSpace(text, start);
    int to = Math.min(text.length(), from + LENGTH);
    int end = to == text.length() ? to : beforeSpace(text, from, to);
    String passage = text.substring(from, end).replaceAll("\\s+", " ").strip();
    return (from > 0 ? "..." : "") + passage + (end < text.length() ? "..." : "");
  }

  /** Where the window begins that has the most different terms, then the most at all. */
  private static int best(List<Found> found) {
    Map<String, Integer> inside = new HashMap<>();
    int best = 0;
    int most = 0;
    int last = 0;
    for (int first = 0; first < found.size(); first++) {
      while (last < found.size() && found.get(last).at() - found.get(first).at() < LENGTH - LEAD) {
        inside.merge(found.get(last++).term(), 1, Integer::sum);
      }
      int score = inside.size() * 1000 + (last - first);
      if (score > most) {
        most = score;
        best = found.get(first).at();
      }
      inside.computeIfPresent(found.get(first).term(), (term, n) -> n > 1 ? n - 1 : null);
    }
    return best;
  }

  private static int afterSpace(String text, int start) {
    for (int i = start; i < Math.min(text.length(), start + LEAD); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
  }

  private static int beforeSpace(String text, int from, int end) {
    for (int i = end; i > Math.max(from, end - LEAD); i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }
}
