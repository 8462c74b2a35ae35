package dev.connector.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connector.cli.command.Commands;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import dev.connector.registry.lesson.Lessons;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The lines themselves, from clients that keep to the protocol and from those that do not. */
@Timeout(60)
class McpProtocolTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private final BlockingQueue<String> said = new ArrayBlockingQueue<>(100);
  private final PipedOutputStream client = new PipedOutputStream();
  private final Blocking program = new Blocking();
  private Thread server;

  @BeforeEach
  void serve() throws IOException {
    PipedInputStream in = new PipedInputStream(client, 1 << 16);
    Environment environment =
        new Environment(
            Screen.none().terminal(), folder, Map.of(), Clock.systemUTC(), Optional.empty());
    McpService service = new McpService(environment, program, Lessons.none());
    server =
        new Thread(
            () ->
                service.serve(in, line -> said.add(new String(line, StandardCharsets.UTF_8)), "1"));
    server.start();
  }

  @AfterEach
  void end() throws Exception {
    client.close();
    program.release.countDown();
    server.join();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense|-32700",
        "{\"jsonrpc\":\"2.0\"|-32700",
        "{} {}|-32700",
        "[]|-32600",
        "null|-32600",
        "7|-32600",
        "{}|-32600",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}|-32602",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":[]}|-32602",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":7}}|-32602",
      })
  void a_line_that_is_no_message_is_answered_and_the_next_is_read(String line, int code)
      throws Exception {
    send(line);
    assertThat(heard().path("error").path("code").asInt()).isEqualTo(code);
    shakeHands();
    send("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"nonsense\"}");
    assertThat(heard().path("error").path("code").asInt()).isEqualTo(-32601);
  }

  @Test
  void a_line_that_never_ends_costs_no_memory_and_no_session() throws Exception {
    byte[] flood = new byte[1 << 16];
    for (int i = 0; i < 600; i++) {
      client.write(flood);
    }
    send("");
    assertThat(heard().path("error").path("code").asInt()).isEqualTo(-32700);
    shakeHands();
  }

  @Test
  void deep_nesting_is_no_message() throws Exception {
    send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\",\"params\":{\"a\":" + "[".repeat(100_000));
    assertThat(heard().path("error").path("code").asInt()).isEqualTo(-32700);
    shakeHands();
  }

  @Test
  void a_second_handshake_is_refused() throws Exception {
    shakeHands();
    send(INITIALIZE);
    assertThat(heard().path("error").path("code").asInt()).isEqualTo(-32600);
  }

  @Test
  void of_a_call_that_is_cancelled_nothing_more_is_heard() throws Exception {
    shakeHands();
    send(call(7, "doctor"));
    program.begun.await();
    send(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}");
    program.interrupted.await();
    send("{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"ping\"}");
    assertThat(heard().path("id").asInt()).isEqualTo(8);
    end();
    assertThat(said).isEmpty();
  }

  @Test
  void the_server_ends_when_its_input_does_whatever_goes_on() throws Exception {
    shakeHands();
    send(call(7, "doctor"));
    program.begun.await();
    client.close();
    server.join();
    assertThat(program.interrupted.getCount()).isZero();
  }

  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":\"i\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";

  private void shakeHands() throws Exception {
    send(INITIALIZE);
    assertThat(heard().path("result").path("serverInfo").path("name").asText())
        .isEqualTo("connector");
    send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
  }

  private static String call(int id, String tool) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\"}}"
        .formatted(id, tool);
  }

  private void send(String line) throws IOException {
    client.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    client.flush();
  }

  private JsonNode heard() throws Exception {
    String line = said.poll(30, TimeUnit.SECONDS);
    assertThat(line).as("an answer").isNotNull().endsWith("\n");
    return JSON.readTree(line);
  }

  /** A program whose commands go on until they are stopped. */
  private static final class Blocking implements Program {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    public CommandLine commands(Environment environment) {
      return Commands.all(environment);
    }

    @Override
    public int run(Environment environment, String... arguments) {
      environment.terminal().onInterrupt(interrupted::countDown);
      begun.countDown();
      try {
        release.await();
      } catch (InterruptedException stopped) {
        environment.terminal().printDocument("{\"error\":{}}");
      }
      return 130;
    }
  }
}
