package dev.connector.cli.agent.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Makes records that are the same in every run. */
final class Row {

  private static final Instant BEGIN = Instant.parse("2026-01-05T06:00:00Z");

  private Row() {}

  static ObjectNode row() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** As many records, made from 0 on. */
  static List<ObjectNode> rows(int many, IntFunction<ObjectNode> each) {
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      rows.add(each.apply(i));
    }
    return rows;
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static String one(int i, String... of) {
    return of[i % of.length];
  }

  /** A moment of this year, another for each number below 61, in an order of its own. */
  static Instant moment(int i) {
    return BEGIN.plus(Duration.ofHours((i * 37L) % 61 * 29)).plusSeconds(i * 61L);
  }

  static String day(int i) {
    return moment(i).toString().substring(0, 10);
  }
}
