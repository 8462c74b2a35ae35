package dev.connector.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.cli.terminal.Capabilities;
import dev.connector.cli.terminal.Terminal;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.ConnectorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

  @TempDir private Path folder;
  private Path file;
  private final Cancellation cancellation = new Cancellation();

  @BeforeEach
  void names() {
    file = folder.resolve("tides.state");
  }

  @Test
  void noCheckpointIsKeptBeforeTheRecordsBeforeItWereTaken() throws IOException {
    List<String> seen = new ArrayList<>();
    ByteArrayOutputStream taken =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            seen.add(state());
          }
        };
    EventLog log = log(taken);
    log.accept(record("1"));
    log.accept(new Event.Checkpoint("readings", TextNode.valueOf("first")));
    log.accept(record("2"));
    log.accept(new Event.Checkpoint("readings", TextNode.valueOf("second")));

    assertThat(state()).contains("\"readings\":\"second\"");
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).doesNotContain("first");
    assertThat(seen.get(1)).contains("first").doesNotContain("second");
    assertThat(taken.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"type\":\"record\",\"resource\":\"readings\",\"data\":{\"id\":\"1\"}}",
            "{\"type\":\"checkpoint\",\"resource\":\"readings\",\"state\":\"first\"}",
            "{\"type\":\"record\",\"resource\":\"readings\",\"data\":{\"id\":\"2\"}}",
            "{\"type\":\"checkpoint\",\"resource\":\"readings\",\"state\":\"second\"}");
  }

  @Test
  void whereNobodyTakesTheOutputReadingIsCancelledAndNothingKept() throws IOException {
    EventLog log =
        log(
            new OutputStream() {
              @Override
              public void write(int oneByte) throws IOException {
                throw new IOException("Broken pipe");
              }
            });
    log.accept(record("1"));
    assertThatThrownBy(
            () -> log.accept(new Event.Checkpoint("readings", TextNode.valueOf("first"))))
        .isInstanceOf(ApiException.class);
    assertThat(log.lost()).isTrue();
    assertThat(cancellation.cancelled()).isTrue();
    assertThat(state()).doesNotContain("first");
    assertThatThrownBy(() -> log.accept(record("2"))).isInstanceOf(ApiException.class);
  }

  @Test
  void theLogDoesNotHoldRecordsBack() {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    EventLog log = log(taken);
    for (int i = 0; i < 10_000; i++) {
      log.accept(record(String.valueOf(i)));
      long written = (i + 1) * 60L;
      assertThat(written - taken.size()).isLessThan(64 * 1024);
    }
  }

  @Test
  void aStateFileKeepsTheResourcesThatAreNotRead() throws IOException {
    Files.writeString(
        file,
        """
        {"format":1,"connector":"tides","resources":{"other":{"cursor":12345678901234567890.5}}}
        """);
    StateFile state = StateFile.open(file, "tides");
    state.keep("readings", IntNode.valueOf(1));
    assertThat(StateFile.open(file, "tides").of("other").map(JsonNode::toString))
        .contains("{\"cursor\":12345678901234567890.5}");
    assertThat(StateFile.open(file, "tides").of("readings")).contains(IntNode.valueOf(1));
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void whatIsNoStateFileIsLeftAlone() throws IOException {
    Files.writeString(file, "my diary");
    assertThatThrownBy(() -> StateFile.open(file, "tides"))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("is not JSON");
    assertThat(Files.readString(file)).isEqualTo("my diary");
  }

  private EventLog log(OutputStream taken) {
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            StandardCharsets.UTF_8,
            new PrintStream(new java.io.BufferedOutputStream(taken), false, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            Capabilities.none());
    return new EventLog(
        terminal, Optional.of(StateFile.open(file, "tides")), cancellation, name -> {});
  }

  private String state() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Event record(String id) {
    var data = JsonNodeFactory.instance.objectNode().put("id", id);
    return new Event.Record("readings", data, Optional.empty(), Optional.empty(), List.of());
  }
}
