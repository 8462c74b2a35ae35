package dev.connector.runtime.http;

import java.util.List;

/** Those who watch a client: its listeners and its counters. */
final class Observers {

  private final List<AttemptListener> listeners;
  private final Metrics metrics = new Metrics();

  Observers(List<AttemptListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  Metrics metrics() {
    return metrics;
  }

  /** An event is told to all; a listener that fails is counted, and no reason to lose an answer. */
  void attempted(AttemptEvent event) {
    for (AttemptListener listener : listeners) {
      try {
        listener.attempted(event);
      } catch (RuntimeException e) {
        metrics.countListenerFailure();
      }
    }
  }
}
