package dev.connector.runtime.connector;

import dev.connector.runtime.http.AttemptEvent;
import dev.connector.runtime.http.AttemptListener;

/**
 * Brings the attempts of a client, which serves all commands, to the sink of the command they were
 * made for: the one that the calling thread works on.
 */
public final class AttemptRouter implements AttemptListener {

  private final ThreadLocal<EventSink> current = new ThreadLocal<>();

  /** Sends the attempts of this thread to the sink until the scope is closed. */
  public Scope to(EventSink sink) {
    EventSink before = current.get();
    current.set(sink);
    return () -> {
      if (before == null) {
        current.remove();
      } else {
        current.set(before);
      }
    };
  }

  @Override
  public void attempted(AttemptEvent event) {
    EventSink sink = current.get();
    if (sink != null) {
      sink.accept(new Event.Attempt(event));
    }
  }

  /** Ends without an exception. */
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
