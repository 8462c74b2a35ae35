package dev.connector.cli.agent.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.TimeFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list, as APIs hand it out.
 *
 * @param next the cursor of the part behind it
 */
record Cut(List<ObjectNode> rows, Optional<String> next) {

  private static final String MARK = "at:";

  /**
   * The part a cursor stands for, the first where it is empty.
   *
   * @throws IllegalArgumentException for what is no cursor
   */
  static Cut of(List<ObjectNode> all, String cursor, int size) {
    int from = cursor.isEmpty() ? 0 : position(cursor);
    Optional<String> next =
        from + size < all.size() ? Optional.of(cursor(from + size)) : Optional.empty();
    return new Cut(slice(all, from, size), next);
  }

  static List<ObjectNode> slice(List<ObjectNode> all, int from, int size) {
    return all.stream().skip(from).limit(size).toList();
  }

  /** Those that have no time of deletion. */
  static List<ObjectNode> alive(List<ObjectNode> all) {
    return all.stream().filter(it -> it.path("deleted_at").asText("").isEmpty()).toList();
  }

  /** Those changed from a moment on, oldest first. */
  static List<ObjectNode> since(List<ObjectNode> all, JsonNode moment, boolean exclusive) {
    Instant begin = TimeFormat.read(moment).plusNanos(exclusive ? 1 : 0);
    return byTime(all).stream().filter(it -> !time(it).isBefore(begin)).toList();
  }

  static List<ObjectNode> byTime(List<ObjectNode> all) {
    return all.stream().sorted(Comparator.comparing(Cut::time)).toList();
  }

  private static Instant time(ObjectNode row) {
    return TimeFormat.read(row.path("updated_at"));
  }

  private static String cursor(int position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((MARK + position).getBytes(StandardCharsets.UTF_8));
  }

  private static int position(String cursor) {
    String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    if (!text.matches(MARK + "\\d{1,9}")) {
      throw new IllegalArgumentException("no cursor");
    }
    return Integer.parseInt(text.substring(MARK.length()));
  }
}
