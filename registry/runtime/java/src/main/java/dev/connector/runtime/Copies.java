package dev.connector.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable maps that keep the order of insertion, which {@link Map#copyOf} does not. */
final class Copies {

  private Copies() {}

  static <V> Map<String, V> of(Map<String, V> original) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(original));
  }

  static <V> Map<String, V> with(Map<String, V> original, String name, V value) {
    Map<String, V> copy = new LinkedHashMap<>(original);
    copy.put(name, value);
    return Collections.unmodifiableMap(copy);
  }
}
