package dev.connector.runtime.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Immutable copies that keep the order of insertion, which {@link Map#copyOf} does not, and nulls,
 * which {@link List#copyOf} refuses.
 */
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

  /** What an API sent as a list; empty where it sent none. */
  public static <T> List<T> list(List<T> original) {
    return original == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(original));
  }

  /** What an API sent as an object of any members; empty where it sent none. */
  public static <V> Map<String, V> map(Map<String, V> original) {
    return original == null ? Map.of() : of(original);
  }
}
