package dev.connector.runtime.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers delivery ids for a while; beyond its capacity the oldest are forgotten first. */
final class SeenDeliveries {
  private final Map<String, Instant> seen = new LinkedHashMap<>();
  private final int capacity;
  private final Duration memory;
  private final Clock clock;

  SeenDeliveries(int capacity, Duration memory, Clock clock) {
    this.capacity = capacity;
    this.memory = memory;
    this.clock = clock;
  }

  /** Remembers the id; false where it already was. */
  synchronized boolean add(String id) {
    Instant now = clock.instant();
    dropOlderThan(now.minus(memory));
    if (seen.containsKey(id)) {
      return false;
    }
    if (seen.size() == capacity) {
      seen.remove(seen.keySet().iterator().next());
    }
    seen.put(id, now);
    return true;
  }

  synchronized void remove(String id) {
    seen.remove(id);
  }

  synchronized int size() {
    return seen.size();
  }

  private void dropOlderThan(Instant limit) {
    Iterator<Instant> times = seen.values().iterator();
    while (times.hasNext() && times.next().isBefore(limit)) {
      times.remove();
    }
  }
}
