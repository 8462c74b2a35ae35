package dev.connector.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable maps that keep the order of insertion, which {@link Map#copyOf} does not. */
final class Copies {

  private Copies() {}

  static <K, V> Map<K, V> of(Map<K, V> original) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(original));
  }

  static <K, V> Map<K, V> with(Map<K, V> original, K name, V value) {
    Map<K, V> copy = new LinkedHashMap<>(original);
    copy.put(name, value);
    return Collections.unmodifiableMap(copy);
  }
}
