package dev.connector.spec.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that does not keep to the protocol is told so, with the line. */
class StrictnessTest {

  private static final String SCHEMA =
      "{\"id\":\"@\",\"type\":\"schema\",\"resource\":\"a\",\"schema\":{},\"primaryKey\":[\"/id\"]}";
  private static final String RECORD =
      "{\"id\":\"@\",\"type\":\"record\",\"resource\":\"a\",\"data\":{\"id\":1}}";
  private static final String STATUS =
      "{\"id\":\"@\",\"type\":\"status\",\"resource\":\"a\",\"complete\":true,\"counts\":{\"records\":1}}";
  private static final String DONE = "{\"id\":\"@\",\"type\":\"done\"}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello                                      | lines of JSON objects alone",
        "[]                                         | lines of JSON objects alone",
        "{'type':'done'}                            | not an event",
        "{'id':'@','type':'heartbeat'}              | not an event",
        "{'id':'@','type':'done','more':1}          | /more is not declared",
        "{'id':'7','type':'done'}                   | no command with the id",
        "{'id':'@','type':'result','data':1}        | a read has no result",
        "{'id':'@','type':'delete','resource':'a','key':[]} | /key",
        "{'id':'@','type':'delete','resource':'b','key':[1]} | not of a",
        "{'id':'@','type':'status','resource':'a','complete':false,'counts':{'records':1}} | reason",
        "{'id':'@','type':'error','code':'OOPS','message':'m','retryable':false,'attempts':0,'durationMillis':0} | /code",
        "{'id':'@','type':'done'}                   | done without its status",
        "{'id':'@','type':'attempt','operation':'a.list','method':'GET','path':'/a','attempt':1,'durationMillis':1,'correlationId':'c','limit':{}} | anyOf"
      })
  void aWrongLineIsNamed(String line, String why) throws Exception {
    String sent = line.strip().replace('\'', '"');
    try (ProcessConnector connector =
        ReplayingProcess.answering(folder, SCHEMA + "\n" + RECORD + "\n" + sent)) {
      assertThatThrownBy(() -> read(connector))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining(why.strip())
          .hasMessageContaining(sent.replace("\"@\"", "\"1\""));
    } catch (ProtocolException killed) {
      assertThat(killed).hasMessageContaining(why.strip());
    }
  }

  @Test
  void anythingAfterTheEndIsOneTooMuch() throws Exception {
    ProcessConnector connector =
        ReplayingProcess.answering(
            folder, String.join("\n", SCHEMA, RECORD, STATUS, DONE, DONE), "!hang");

    read(connector);

    assertThatThrownBy(connector::close).hasMessageContaining("no command with the id \"1\"");
  }

  @Test
  void recordsBeforeTheSchemaOrAfterTheStatusAreOutOfOrder() throws Exception {
    for (String lines :
        List.of(RECORD, SCHEMA + "\n" + SCHEMA, SCHEMA + "\n" + STATUS + "\n" + RECORD)) {
      ProcessConnector connector = ReplayingProcess.answering(folder, lines);
      assertThatThrownBy(() -> read(connector)).isInstanceOf(ProtocolException.class);
      connector.kill();
    }
  }

  @Test
  void aCrashIsToldWithItsExitCodeAndTheLastWords() throws Exception {
    ProcessConnector connector =
        ReplayingProcess.answering(folder, SCHEMA + "\n!say out of luck\n!exit 3");

    assertThatThrownBy(() -> read(connector))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("out of luck");
    assertThatThrownBy(connector::describe).hasMessageContaining("exit code 3");
    connector.kill();
  }

  @Test
  void anAnswerThatDoesNotComeIsMissed() throws Exception {
    Path parts = java.nio.file.Files.writeString(folder.resolve("parts"), SCHEMA + "\n!hang");
    ProcessConnector connector =
        ProcessConnector.start(
            ReplayingProcess.command(ReplayingProcess.class, Map.of(), parts.toString())
                .answer(Duration.ofSeconds(3)));

    assertThatThrownBy(() -> read(connector)).hasMessageContaining("nothing came for 3 s");
    connector.kill();
  }

  @Test
  void anErrorComesBackWithAllItsFields() throws Exception {
    String error =
        "{'id':'@','type':'error','code':'NOT_FOUND','message':'none','retryable':true,'status':404,"
            + "'correlationId':'c-7','operation':'a.get','method':'GET','path':'/a/{id}','attempts':2,"
            + "'durationMillis':34,'cause':'HTTP 404'}";
    try (ProcessConnector connector =
        ReplayingProcess.answering(folder, error.replace('\'', '"'), DONE)) {
      assertThatThrownBy(() -> read(connector))
          .isInstanceOfSatisfying(
              ApiException.class,
              it -> {
                assertThat(it.code()).isEqualTo(ErrorCode.NOT_FOUND);
                assertThat(it).hasMessage("none");
                assertThat(it.retryable()).isTrue();
                assertThat(it.status()).hasValue(404);
                assertThat(it.correlationId()).isEqualTo("c-7");
                assertThat(it.operation()).isEqualTo("a.get");
                assertThat(it.method()).isEqualTo("GET");
                assertThat(it.path()).isEqualTo("/a/{id}");
                assertThat(it.attempts()).isEqualTo(2);
                assertThat(it.duration()).isEqualTo(Duration.ofMillis(34));
                assertThat(it.getCause()).hasToString("HTTP 404");
              });
    }
  }

  @Test
  void whoeverTakesTheEventsMayGiveUp() throws Exception {
    try (ProcessConnector connector =
        ReplayingProcess.answering(
            folder, String.join("\n", SCHEMA, RECORD, STATUS, DONE), DONE, DONE)) {
      assertThatThrownBy(
              () ->
                  connector.read(
                      ReadRequest.of("a"),
                      event -> {
                        throw new IllegalStateException("enough");
                      },
                      new Cancellation()))
          .hasMessage("enough");
    }
  }

  private static List<Event> read(ProcessConnector connector) {
    List<Event> events = new ArrayList<>();
    connector.read(ReadRequest.of("a"), events::add, new Cancellation());
    return events;
  }
}
