package dev.connector.spec.conformance.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** All that is said between this side and a process: commands out, events in, each to its own. */
final class Dialogue {

  private final Child child;
  private final Map<String, Conversation> open = new ConcurrentHashMap<>();
  private final Thread reader;
  private volatile boolean over;
  private Optional<String> expected = Optional.empty();
  private Optional<ProtocolException> failure = Optional.empty();

  Dialogue(Child child) {
    this.child = child;
    this.reader = Child.thread("connector-events", this::read);
  }

  /** Sends a command. */
  Conversation say(ObjectNode command, String resource) {
    String line = command.toString();
    Sequence sequence = new Sequence(command.path("do").asText(), resource);
    Conversation conversation = new Conversation(line, sequence);
    open.put(command.path("id").asText(), conversation);
    // A process that is gone is noticed by its reader, which knows how it ended.
    if (!child.write(line) || over) {
      child.await(Duration.ofSeconds(5));
      conversation.fail(this::why);
    }
    return conversation;
  }

  /** From now on the end of the process is no crash. */
  synchronized void expectEnd(String why) {
    expected = Optional.of(why);
  }

  /** Nothing that was said and not yet taken counts any more. */
  void breakOff(String why) {
    expectEnd(why);
    open.values().forEach(it -> it.breakOff(new ProtocolException(why)));
  }

  /**
   * Waits for the last line.
   *
   * @throws ProtocolException where one broke the protocol that nobody waited for
   */
  void requireQuiet() {
    try {
      reader.join(10_000);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  private void read() {
    try (InputStream output = new BufferedInputStream(child.output())) {
      for (Optional<String> line = line(output); line.isPresent(); line = line(output)) {
        deliver(line.get());
      }
      ended();
    } catch (ProtocolException broken) {
      broken(broken);
    } catch (IOException gone) {
      ended();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(String line) throws InterruptedException {
    JsonNode event = LineRules.event(line);
    String id = event.path("id").asText();
    Conversation conversation = open.get(id);
    if (conversation == null) {
      throw LineRules.broken(line, "no command with the id \"" + id + "\" is open");
    }
    Conversation.Said said = new Conversation.Said(event, line);
    conversation.put(said);
    if (said.type().equals("done") || said.type().equals("error")) {
      open.remove(id);
    }
  }

  private void broken(ProtocolException why) {
    synchronized (this) {
      failure = failure.or(() -> Optional.of(why));
    }
    over = true;
    child.kill();
    open.values().forEach(it -> it.fail(() -> why));
  }

  private void ended() {
    over = true;
    open.values().forEach(it -> it.fail(this::why));
  }

  /** Why nothing comes any more. */
  private ProtocolException why() {
    synchronized (this) {
      if (failure.isPresent()) {
        return failure.get();
      }
      if (expected.isPresent()) {
        return new ProtocolException(expected.get());
      }
    }
    OptionalInt code = child.await(Duration.ofSeconds(5));
    return new ProtocolException(
        (code.isPresent()
                ? "the connector crashed: it ended with exit code " + code.getAsInt()
                : "the connector crashed: it closed its standard output")
            + " before the command did"
            + lastLines(child.standardError()));
  }

  static String lastLines(List<String> lines) {
    List<String> last = lines.subList(Math.max(0, lines.size() - 10), lines.size());
    return last.isEmpty()
        ? "; its standard error is empty"
        : "; the last lines of its standard error:\n  " + String.join("\n  ", last);
  }

  /** Up to a line feed, which the last line has to have, too. */
  private static Optional<String> line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    if (next < 0 && line.size() == 0) {
      return Optional.empty();
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
      if (next < 0) {
        throw LineRules.broken(text, "the last line has no line feed");
      }
      return Optional.of(text);
    } catch (CharacterCodingException e) {
      throw LineRules.broken(line.toString(StandardCharsets.ISO_8859_1), "it is not UTF-8");
    }
  }
}
