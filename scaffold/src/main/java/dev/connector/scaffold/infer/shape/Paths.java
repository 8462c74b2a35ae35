package dev.connector.scaffold.infer.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of paths. */
final class Paths {

  private static final List<String> ENDINGS = List.of(".json", ".xml", ".php");

  private Paths() {}

  /** What stands between slashes, endings such as {@code .json} left out; nothing empty. */
  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : split(path)) {
      String bare = bare(segment);
      if (!bare.isEmpty()) {
        segments.add(bare);
      }
    }
    return segments;
  }

  /** The variable that a segment is as a whole, or holds at its end: {@code users('{id}')}. */
  static Optional<String> variable(String segment) {
    int open = segment.lastIndexOf('{');
    int close = segment.lastIndexOf('}');
    boolean last = open >= 0 && close > open && segment.length() - close <= 3;
    return last ? Optional.of(segment.substring(open + 1, close)) : Optional.empty();
  }

  /** The last segment that is no variable; empty where there is none. */
  static String noun(String path) {
    List<String> segments = segments(path);
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (variable(segments.get(i)).isEmpty()) {
        return segments.get(i);
      }
    }
    return "";
  }

  private static List<String> split(String path) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/') {
        parts.add(path.substring(start, i));
        start = i + 1;
      }
    }
    return parts;
  }

  private static String bare(String segment) {
    String small = segment.toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (small.endsWith(ending)) {
        return segment.substring(0, segment.length() - ending.length());
      }
    }
    return segment;
  }
}
