package dev.connector.registry.naming;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a user decided about registries, in whatever project.
 *
 * @param addresses the user's own names
 * @param trusted for names, in projects too, the repositories and folders that may be used under
 *     them
 */
public record UserRegistries(
    SortedMap<String, String> addresses, SortedMap<String, SortedSet<String>> trusted) {

  public UserRegistries {
    addresses = Collections.unmodifiableSortedMap(new TreeMap<>(addresses));
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    trusted.forEach((name, places) -> copy.put(name, new TreeSet<>(places)));
    copy.values().removeIf(SortedSet::isEmpty);
    trusted = Collections.unmodifiableSortedMap(copy);
  }

  /** Of a user who decided nothing. */
  public static UserRegistries none() {
    return new UserRegistries(new TreeMap<>(), new TreeMap<>());
  }

  /** Whether a place may be used under a name. */
  boolean trusts(String name, String place) {
    return trusted.getOrDefault(name, new TreeSet<>()).contains(place);
  }

  /** The same, with a name of the user's own. */
  public UserRegistries with(String name, String address) {
    SortedMap<String, String> more = new TreeMap<>(addresses);
    more.put(name, address);
    return new UserRegistries(more, trusted);
  }

  /** The same, without that name of the user's own. */
  public UserRegistries without(String name) {
    SortedMap<String, String> fewer = new TreeMap<>(addresses);
    fewer.remove(name);
    return new UserRegistries(fewer, trusted);
  }

  UserRegistries trusting(String name, String place) {
    SortedMap<String, SortedSet<String>> more = copy(trusted);
    more.computeIfAbsent(name, key -> new TreeSet<>()).add(place);
    return new UserRegistries(addresses, more);
  }

  UserRegistries distrusting(String name, String place) {
    SortedMap<String, SortedSet<String>> fewer = copy(trusted);
    fewer.getOrDefault(name, new TreeSet<>()).remove(place);
    return new UserRegistries(addresses, fewer);
  }

  private static SortedMap<String, SortedSet<String>> copy(Map<String, SortedSet<String>> from) {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    from.forEach((name, places) -> copy.put(name, new TreeSet<>(places)));
    return copy;
  }
}
