package dev.connector.spec.conformance.mock.data;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What tells the records of one resource apart: their key, and what their children are read by. */
final class Handles {

  private final List<JsonPointer> key;
  private final List<List<JsonPointer>> leading;
  private final Set<List<Object>> seen = new HashSet<>();

  Handles(List<JsonPointer> key, List<List<JsonPointer>> leading) {
    this.key = List.copyOf(key);
    this.leading = List.copyOf(leading);
  }

  /** All places that have a value in each record. */
  Set<JsonPointer> places() {
    Set<JsonPointer> places = new LinkedHashSet<>(key);
    leading.forEach(places::addAll);
    return places;
  }

  /** Whether a place does so by itself. */
  boolean tellApart(JsonPointer place) {
    return key.equals(List.of(place)) || leading.contains(List.of(place));
  }

  /**
   * Whether no record had this key before, or was the same where there is none; if so, now one has.
   *
   * @param all whether what its children are read by has to be new as well
   */
  boolean areNew(JsonNode record, boolean all) {
    List<List<Object>> values = new ArrayList<>();
    values.add(List.of("key", key.isEmpty() ? record : values(record, key)));
    for (int i = 0; all && i < leading.size(); i++) {
      values.add(List.of(i, values(record, leading.get(i))));
    }
    return values.stream().noneMatch(seen::contains) && seen.addAll(values);
  }

  private static List<String> values(JsonNode record, List<JsonPointer> places) {
    return places.stream().map(it -> record.at(it).toString()).toList();
  }
}
