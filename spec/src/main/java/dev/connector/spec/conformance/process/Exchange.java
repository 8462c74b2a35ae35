package dev.connector.spec.conformance.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.message.Cancellation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One command and its answer. */
record Exchange(
    Dialogue dialogue,
    ObjectNode command,
    String resource,
    Duration patience,
    Supplier<ObjectNode> cancel) {

  /** Gives the command and takes its events up to its end. */
  void end(EventSink events, Cancellation cancellation) {
    take(events, cancellation);
  }

  /** The same for a command with a result. */
  Conversation.Said result(EventSink events, Cancellation cancellation) {
    return take(events, cancellation).orElseThrow();
  }

  private Optional<Conversation.Said> take(EventSink events, Cancellation cancellation) {
    Conversation conversation = dialogue.say(command, resource);
    Cancellation.Registration registration = cancellation.onCancel(this::sendCancel);
    boolean ended = false;
    try {
      Optional<Conversation.Said> result = Optional.empty();
      while (true) {
        Conversation.Said said = conversation.take(patience);
        switch (said.type()) {
          case "done":
            ended = true;
            return result;
          case "error":
            ended = true;
            throw EventReader.error(said.event());
          case "result":
            result = Optional.of(said);
            break;
          default:
            events.accept(EventReader.event(said.event()));
        }
      }
    } catch (InterruptedException stop) {
      throw Cancellation.interrupted(stop);
    } finally {
      registration.remove();
      conversation.leave();
      if (!ended) {
        sendCancel(); // whoever took the events gave up, and the process should, too
      }
    }
  }

  /** Asks to cancel without waiting: how it ends is told by the command that is cancelled. */
  private void sendCancel() {
    try {
      ObjectNode line = cancel.get().put("target", command.path("id").asText());
      dialogue.say(line, "").leave();
    } catch (ProtocolException gone) {
      // There is nothing left to cancel.
    }
  }
}
