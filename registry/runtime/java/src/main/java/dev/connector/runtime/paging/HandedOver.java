package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the records that were handed over and that a query from the current cursor value
 * would give again. A record that has changed has another name.
 */
final class HandedOver {
  private final Map<String, BigDecimal> values = new HashMap<>();

  /** Takes up the names of an earlier read, as records with this cursor value. */
  HandedOver(Set<String> names, Optional<BigDecimal> value) {
    value.ifPresent(at -> names.forEach(name -> values.put(name, at)));
  }

  void add(JsonNode found, BigDecimal value) {
    values.put(Digest.of(found), value);
  }

  boolean contains(JsonNode found) {
    return values.containsKey(Digest.of(found));
  }

  /** Forgets the records before this cursor value. */
  void forgetBefore(BigDecimal value) {
    values.values().removeIf(other -> other.compareTo(value) < 0);
  }

  int size() {
    return values.size();
  }

  Set<String> names() {
    return Set.copyOf(values.keySet());
  }
}
