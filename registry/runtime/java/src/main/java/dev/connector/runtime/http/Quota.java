package dev.connector.runtime.http;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What an answer said about the API's own count.
 *
 * @param remaining how many requests it would still take
 * @param resetIn how long until it counts anew
 */
record Quota(long remaining, Duration resetIn) {

  /** Far beyond any wait, and far from where arithmetic on times overflows. */
  private static final double LARGEST = 1e15;

  Quota {
    resetIn = ServerClock.bounded(resetIn);
  }

  /** Of two counts that apply together, the one that is used up first, and for longer. */
  static Quota tighter(Quota a, Quota b) {
    if (a.remaining != b.remaining) {
      return a.remaining < b.remaining ? a : b;
    }
    return a.resetIn.compareTo(b.resetIn) > 0 ? a : b;
  }

  /** A number in a header, rounded up. */
  static OptionalLong number(String text) {
    try {
      double number = Math.ceil(Double.parseDouble(text.strip()));
      return Math.abs(number) <= LARGEST ? OptionalLong.of((long) number) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
