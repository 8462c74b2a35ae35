package dev.connector.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connector.cli.terminal.Terminal;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.EventJson;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The event log on standard output, a line of JSON for each event. A checkpoint is kept in the
 * state file only when everything before it was taken. Where the output is no longer taken, reading
 * is cancelled.
 */
public final class EventLog implements EventSink {

  private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

  /** Lines that wait for others, in bytes. */
  private static final int MOST_WAITING = 32 * 1024;

  private final Terminal terminal;
  private final Optional<StateFile> state;
  private final Cancellation cancellation;
  private final RecordCount count;
  private Optional<Event.Status> status = Optional.empty();
  private int waiting;
  private boolean lost;

  /** A log to a terminal, for one run. */
  public EventLog(
      Terminal terminal, Optional<StateFile> state, Cancellation cancellation, RecordCount count) {
    this.terminal = terminal;
    this.state = state;
    this.cancellation = cancellation;
    this.count = count;
  }

  @Override
  public void accept(Event event) {
    if (lost) {
      throw Cancellation.error();
    }
    if (event instanceof Event.Attempt) {
      // The next answer may take its time: nobody should have to wait for what is known.
      flush();
      return;
    }
    write(event);
    if (event instanceof Event.Record record) {
      count.one(record.resource());
    } else if (event instanceof Event.Checkpoint checkpoint) {
      flush();
      state.ifPresent(file -> file.keep(checkpoint.resource(), checkpoint.state()));
    } else if (event instanceof Event.Status ended) {
      status = Optional.of(ended);
      flush();
    }
  }

  /** How the last resource ended; empty where it failed. */
  Optional<Event.Status> takeStatus() {
    Optional<Event.Status> last = status;
    status = Optional.empty();
    return last;
  }

  /** Whether the output was not taken. */
  boolean lost() {
    return lost;
  }

  private void write(Event event) {
    byte[] line = (text(event) + "\n").getBytes(StandardCharsets.UTF_8);
    terminal.write(line);
    waiting += line.length;
    if (waiting > MOST_WAITING) {
      flush();
    }
  }

  private static String text(Event event) {
    try {
      return JSON.writeValueAsString(EventJson.of(event));
    } catch (JsonProcessingException e) {
      throw new ApiException(ErrorCode.PARSING_ERROR, "a value cannot be written as JSON", e);
    }
  }

  private void flush() {
    waiting = 0;
    if (!terminal.flushOutput()) {
      lost = true;
      cancellation.cancel();
      throw Cancellation.error();
    }
  }
}
