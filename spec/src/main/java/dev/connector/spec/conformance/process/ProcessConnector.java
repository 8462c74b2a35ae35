package dev.connector.spec.conformance.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.CallResult;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.DeliveryResult;
import dev.connector.runtime.connector.Description;
import dev.connector.runtime.connector.EventSink;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.signature.Delivery;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connector that runs as a process of its own. Every command fails with the {@link ApiException}
 * that the process answers with, or with a {@link ProtocolException} where it does not answer as
 * the protocol says; after that it answers nothing any more. Events are taken on the thread that
 * gave the command, and while they are not taken the process is not read.
 */
public final class ProcessConnector implements Connector {

  private final ProcessCommand command;
  private final Child child;
  private final Dialogue dialogue;
  private final AtomicLong ids = new AtomicLong();
  private boolean over;

  /** Speaks to a process that was started by this command, or to what stands in for one. */
  ProcessConnector(ProcessCommand command, Process process) {
    this.command = command;
    this.child = new Child(process);
    this.dialogue = new Dialogue(child);
  }

  /** Starts the process; nothing is said yet. */
  public static ProcessConnector start(ProcessCommand command) {
    return new ProcessConnector(command, command.start());
  }

  /**
   * Speaks to a connector that another process serves over a connection. To kill or to close it
   * ends the connection alone, and of what it says to people nothing is known.
   *
   * @param command gives the patience, and a name
   */
  public static ProcessConnector over(Socket connection, ProcessCommand command) {
    return new ProcessConnector(command, new Connection(connection));
  }

  @Override
  public Description describe() {
    Conversation.Said result = say("describe").result(event -> {}, new Cancellation());
    JsonNode data = result.event().path("data");
    LineRules.require("description", data, result.line());
    return DescriptionReader.description(data, result.line());
  }

  @Override
  public void check(EventSink events, Cancellation cancellation) {
    say("check").end(events, cancellation);
  }

  @Override
  public void read(ReadRequest request, EventSink events, Cancellation cancellation) {
    ObjectNode line = line("read").put("resource", request.resource());
    request.limit().ifPresent(limit -> line.put("limit", limit));
    request.state().ifPresent(state -> line.set("state", state));
    request.since().ifPresent(since -> line.put("since", since));
    if (!request.arguments().isEmpty()) {
      line.putObject("arguments").setAll(request.arguments());
    }
    if (request.canonical()) {
      line.put("canonical", true);
    }
    say(line, request.resource()).end(events, cancellation);
  }

  @Override
  public CallResult call(CallRequest request, EventSink events, Cancellation cancellation) {
    ObjectNode line = line("call").put("operation", request.operation());
    if (!request.arguments().isEmpty()) {
      line.putObject("arguments").setAll(request.arguments());
    }
    return EventReader.call(say(line, "").result(events, cancellation).event());
  }

  @Override
  public DeliveryResult webhook(Delivery delivery) {
    ObjectNode line = line("webhook").put("method", delivery.method()).put("url", delivery.url());
    ObjectNode headers = line.putObject("headers");
    delivery.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    line.put("body", Base64.getEncoder().encodeToString(delivery.body()));
    Conversation.Said result = say(line, "").result(event -> {}, new Cancellation());
    LineRules.require("verdict", result.event().path("data"), result.line());
    return EventReader.verdict(result.event().path("data"));
  }

  /** Gives the command close alone; the process lives on and can be asked further. */
  public void askToClose() {
    say("close").end(event -> {}, new Cancellation());
  }

  /**
   * Gives the command close, ends standard input and waits for the process to end; kills it where
   * it does not. Does nothing where it is over already.
   *
   * @throws ProtocolException where the process had to be killed, or ended with another code than 0
   */
  @Override
  public void close() {
    if (over()) {
      return;
    }
    try {
      askToClose();
    } finally {
      end();
    }
  }

  /**
   * Ends the process and what it started abruptly, as a power cut would. Commands that run fail
   * with a {@link ProtocolException}, and their events that were not taken yet are lost.
   */
  public void kill() {
    if (!over()) {
      dialogue.breakOff("the connector was killed");
      child.kill();
      child.await(command.end());
    }
  }

  /** The last lines of standard error, several hundred at most. */
  public List<String> standardError() {
    return child.standardError();
  }

  /** Whether this is the first one to end it. */
  private synchronized boolean over() {
    boolean before = over;
    over = true;
    return before;
  }

  private void end() {
    dialogue.expectEnd("the connector is closed");
    child.endInput();
    OptionalInt code = child.await(command.end());
    if (code.isEmpty()) {
      child.kill();
      child.await(Duration.ofSeconds(10));
      throw new ProtocolException(
          "the connector did not end within "
              + command.end().toSeconds()
              + " s of the end of its input, and was killed");
    }
    dialogue.requireQuiet();
    if (code.getAsInt() != 0) {
      throw new ProtocolException(
          "the connector ended with exit code "
              + code.getAsInt()
              + " instead of 0"
              + Dialogue.lastLines(standardError()));
    }
  }

  private Exchange say(String word) {
    return say(line(word), "");
  }

  private Exchange say(ObjectNode line, String resource) {
    return new Exchange(dialogue, line, resource, command.answer(), () -> line("cancel"));
  }

  private ObjectNode line(String word) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", Long.toString(ids.incrementAndGet()))
        .put("do", word);
  }

  @Override
  public String toString() {
    return "ProcessConnector" + command.line();
  }
}
