package dev.connector.runtime.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Serves a connector as a process: commands as lines of JSON on standard input, events as lines of
 * JSON on standard output, as the specification describes them.
 *
 * <pre>{@code
 * public static void main(String... arguments) {
 *   Protocol.serve(AcmeConnector::of);
 * }
 * }</pre>
 */
public final class Protocol {

  /** Commands that may run side by side; one more fails at once. */
  private static final int COMMANDS = 256;

  private final Connector connector;
  private final ErrorText errors;
  private final Lines output;
  private final Map<String, Answer> running = new ConcurrentHashMap<>();
  private final ExecutorService workers =
      new ThreadPoolExecutor(
          0, COMMANDS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Protocol::worker);

  private Protocol(Connector connector, ErrorText errors, Lines output) {
    this.connector = connector;
    this.errors = errors;
    this.output = output;
  }

  /**
   * Serves the connector of this process's environment until standard input ends. What anything
   * prints meanwhile goes to standard error, as standard output is the protocol's alone.
   */
  public static void serve(Function<Map<String, String>, Connector> connector) {
    System.setOut(System.err);
    Map<String, String> environment = System.getenv();
    serve(
        connector.apply(environment),
        environment,
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out));
  }

  /** Serves a connector over any two streams until the first ends, and closes it then. */
  public static void serve(
      Connector connector, Map<String, String> environment, InputStream in, OutputStream out) {
    try (Lines lines = new Lines(out)) {
      new Protocol(connector, ErrorText.hiding(connector, environment), lines).run(in);
    }
  }

  private void run(InputStream in) {
    try {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
      }
    } catch (IOException gone) {
      // There is nobody left to tell; what was begun is ended like at the end of the input.
    } finally {
      end();
    }
  }

  private void take(String line) {
    Optional<Command> command = parse(line).flatMap(Command::of);
    if (command.isEmpty()) {
      refuse("a line is no command: it needs an id and what to do, as a JSON object");
      return;
    }
    Command taken = command.get();
    Answer answer = new Answer(taken.id(), errors, output);
    if (running.putIfAbsent(taken.id(), answer) != null) {
      refuse("a line is no command: its id is that of a command that still runs");
      return;
    }
    try {
      // A cancel must not have to wait for those it cancels, and takes no time.
      if (taken.word().equals("cancel")) {
        answer(taken, answer);
      } else {
        workers.execute(() -> answer(taken, answer));
      }
    } catch (RejectedExecutionException full) {
      running.remove(taken.id(), answer);
      answer.failed(
          new ApiException(ErrorCode.RATE_LIMIT, COMMANDS + " commands are running already"));
    }
  }

  private void answer(Command command, Answer answer) {
    try {
      Optional<JsonNode> result = perform(command, answer);
      // An id is free again before its last line is out, for a peer that uses it at once.
      running.remove(command.id(), answer);
      answer.done(result);
    } catch (ApiException failure) {
      running.remove(command.id(), answer);
      answer.failed(failure);
    } catch (RuntimeException | Error fault) {
      running.remove(command.id(), answer);
      answer.failed(errors.unexpected(fault));
    }
  }

  private Optional<JsonNode> perform(Command command, Answer answer) {
    switch (command.word()) {
      case "describe":
        return Optional.of(DescriptionJson.of(connector.describe()));
      case "check":
        connector.check(answer, answer.cancellation());
        return Optional.empty();
      case "read":
        connector.read(command.read(), answer, answer.cancellation());
        return Optional.empty();
      case "call":
        CallResult result = connector.call(command.call(), answer, answer.cancellation());
        answer.metadata(result);
        return Optional.of(result.data().isMissingNode() ? NullNode.getInstance() : result.data());
      case "webhook":
        return Optional.of(EventJson.verdict(connector.webhook(command.delivery())));
      case "cancel":
        Optional.ofNullable(running.get(command.target()))
            .ifPresent(target -> target.cancellation().cancel());
        return Optional.empty();
      case "close":
        connector.close();
        return Optional.empty();
      default:
        throw new ApiException(
            ErrorCode.UNSUPPORTED, "the command " + command.word() + " is not known");
    }
  }

  private void refuse(String why) {
    new Answer("", errors, output).failed(new ApiException(ErrorCode.INVALID_REQUEST, why));
  }

  /** Commands that still run end with the connector, and are waited for, so that they say so. */
  private void end() {
    try {
      connector.close();
    } catch (RuntimeException fault) {
      errors.unexpected(fault);
    }
    running.values().forEach(answer -> answer.cancellation().cancel());
    workers.shutdown();
    try {
      workers.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<JsonNode> parse(String line) {
    try {
      return Optional.ofNullable(Json.parse(line));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "connector-command");
    thread.setDaemon(true);
    return thread;
  }
}
