package dev.connector.runtime.connector;

/**
 * Takes the events of one command, in order and one at a time; may block, which holds the reading
 * back. {@link Event.Attempt}s may come from other threads than the caller's.
 */
@FunctionalInterface
public interface EventSink {

  void accept(Event event);
}
