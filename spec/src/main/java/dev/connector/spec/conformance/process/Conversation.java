package dev.connector.spec.conformance.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The events of one command on their way from the thread that reads them to the one that asked.
 * Holds few, so that a process is not read ahead of whoever takes its events.
 */
final class Conversation {

  private static final int HELD = 16;

  /** An event and the line it came in. */
  record Said(JsonNode event, String line) {
    String type() {
      return event.path("type").asText();
    }
  }

  private final String command;
  private final Sequence sequence;
  private final Deque<Said> held = new ArrayDeque<>();
  private Optional<ProtocolException> broken = Optional.empty();
  private boolean left;

  /**
   * A conversation that begins.
   *
   * @param command the line that was sent
   */
  Conversation(String command, Sequence sequence) {
    this.command = command;
    this.sequence = sequence;
  }

  /** Takes an event in; waits while too many are held. */
  synchronized void put(Said said) throws InterruptedException {
    sequence.accept(said.event(), said.line());
    while (held.size() >= HELD && !left) {
      wait();
    }
    if (!left) {
      held.addLast(said);
      notifyAll();
    }
  }

  /** The next event, once it is there. */
  synchronized Said take(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (held.isEmpty()) {
      if (broken.isPresent()) {
        throw copy(broken.get());
      }
      long rest = (end - System.nanoTime()) / 1_000_000;
      if (rest <= 0) {
        throw new ProtocolException(
            "the connector broke the protocol: nothing came for "
                + longest.toSeconds()
                + " s, and the command has not ended\n  command: "
                + command);
      }
      wait(rest);
    }
    Said said = held.removeFirst();
    notifyAll();
    return said;
  }

  /** Nobody waits for events any more; those that come are dropped. */
  synchronized void leave() {
    left = true;
    held.clear();
    notifyAll();
  }

  /** Nothing comes any more; what is held can still be taken. */
  synchronized void fail(Supplier<ProtocolException> why) {
    broken = broken.or(() -> Optional.of(why.get()));
    notifyAll();
  }

  /** The same, and what is held is lost. */
  synchronized void breakOff(ProtocolException why) {
    held.clear();
    left = true;
    fail(() -> why);
  }

  /** Each thread gets a trace of its own. */
  private ProtocolException copy(ProtocolException why) {
    return new ProtocolException(why.getMessage() + "\n  command: " + command, why);
  }
}
