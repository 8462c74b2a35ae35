package dev.connector.runtime.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable maps that keep the order of insertion, which {@link Map#copyOf} does not. */
public final class Copies {

  private Copies() {}

  public static <K, V> Map<K, V> of(Map<K, V> original) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(original));
  }

  public static <K, V> Map<K, V> with(Map<K, V> original, K name, V value) {
    Map<K, V> copy = new LinkedHashMap<>(original);
    copy.put(name, value);
    return Collections.unmodifiableMap(copy);
  }
}
