package dev.connector.runtime;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What an answer said about the API's own count.
 *
 * @param remaining how many requests it would still take
 * @param resetIn how long until it counts anew
 */
record Quota(long remaining, Duration resetIn) {

  /** Of two counts that apply together, the one that is used up first, and for longer. */
  static Quota tighter(Quota a, Quota b) {
    if (a.remaining != b.remaining) {
      return a.remaining < b.remaining ? a : b;
    }
    return a.resetIn.compareTo(b.resetIn) > 0 ? a : b;
  }

  static OptionalLong number(String text) {
    try {
      return OptionalLong.of((long) Math.ceil(Double.parseDouble(text.strip())));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
