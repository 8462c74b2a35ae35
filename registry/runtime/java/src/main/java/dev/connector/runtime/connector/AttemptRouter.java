package dev.connector.runtime.connector;

import dev.connector.runtime.http.AttemptEvent;
import dev.connector.runtime.http.AttemptListener;
import java.util.function.Supplier;

/**
 * Brings the attempts of a client, which serves all commands, to the sink of the command they were
 * made for: the one that the calling thread works on.
 */
public final class AttemptRouter implements AttemptListener {

  private final ThreadLocal<EventSink> current = new ThreadLocal<>();

  /** Does some work, the attempts of which go to the sink. */
  public <T> T during(EventSink sink, Supplier<T> work) {
    EventSink before = current.get();
    current.set(sink);
    try {
      return work.get();
    } finally {
      if (before == null) {
        current.remove();
      } else {
        current.set(before);
      }
    }
  }

  @Override
  public void attempted(AttemptEvent event) {
    EventSink sink = current.get();
    if (sink != null) {
      sink.accept(new Event.Attempt(event));
    }
  }
}
