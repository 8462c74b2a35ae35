package dev.connector.spec.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.CallResult;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.http.AttemptEvent;
import dev.connector.runtime.message.ApiException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one command gave.
 *
 * @param events in their order
 * @param result where it was a call that succeeded
 * @param error where it failed
 */
public record Transcript(
    List<Event> events, Optional<CallResult> result, Optional<ApiException> error) {

  public Transcript {
    events = List.copyOf(events);
  }

  /** The records as the API has them, in their order. */
  public List<JsonNode> records() {
    return of(Event.Record.class).map(Event.Record::data).toList();
  }

  /** The states of the checkpoints, in their order. */
  public List<JsonNode> states() {
    return of(Event.Checkpoint.class).map(Event.Checkpoint::state).toList();
  }

  /** The requests it says it sent. */
  public List<AttemptEvent> attempts() {
    return of(Event.Attempt.class).map(Event.Attempt::attempt).toList();
  }

  /** How the read ended; empty where it failed or was no read. */
  public Optional<Event.Status> status() {
    return of(Event.Status.class).findFirst();
  }

  /** The error's code, or {@code none}. */
  public String code() {
    return error.map(it -> it.code().toString()).orElse("none");
  }

  /** The events of one kind, in their order. */
  public <E extends Event> Stream<E> of(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }
}
