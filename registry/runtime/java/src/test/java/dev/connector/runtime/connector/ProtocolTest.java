package dev.connector.runtime.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProtocolTest {

  private final CountDownLatch hanging = new CountDownLatch(1);
  private final ScriptedConnector nothing = new ScriptedConnector((request, events, stop) -> {});

  @Test
  void aDescriptionNamesWhatIsInForce() throws Exception {
    try (Peer peer = new Peer(nothing)) {
      JsonNode result = peer.say("{'id':'1','do':'describe'}").hear();

      assertThat(result.at("/data/resources/0"))
          .isEqualTo(
              json(
                  "{'name':'contacts','operations':['list'],'primaryKey':[],'incremental':true,"
                      + "'canonical':'contact'}"));
      assertThat(result.at("/data/settings/1/default").asText()).isEqualTo("eu");
      assertThat(result.at("/data/policy/attemptTimeout").asText()).isEqualTo("PT30S");
      assertThat(result.at("/data/policy/rateLimits").asText()).isEqualTo("100/10s,250000/1d/1");
      assertThat(peer.hear()).isEqualTo(json("{'id':'1','type':'done'}"));
    }
  }

  @Test
  void aCallHasItsResultWithWhatBelongsToIt() throws Exception {
    try (Peer peer = new Peer(nothing)) {
      peer.say("{'id':'1','do':'call','operation':'a.b','arguments':{'n':1.10},'more':true}");

      assertThat(peer.hear())
          .isEqualTo(
              json(
                  "{'id':'1','type':'result','data':{'n':1.10},'status':200,"
                      + "'correlationId':'c-1','attempts':2}"));
    }
  }

  @Test
  void aRefusedDeliveryIsAResult() throws Exception {
    try (Peer peer = new Peer(nothing)) {
      peer.say(
          "{'id':'1','do':'webhook','method':'POST','url':'https://a.example','headers':{},"
              + "'body':'e30='}");

      assertThat(peer.hear().path("data"))
          .isEqualTo(json("{'accepted':false,'refusal':'timestampMissing'}"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{}",
        "{'id':'1'}",
        "{'id':1,'do':'check'}",
        "{'id':'','do':'check'}",
        "{'id':'1','do':'check'} {}"
      })
  void aLineThatIsNoCommandIsRefusedAndTheNextIsTaken(String line) throws Exception {
    try (Peer peer = new Peer(nothing)) {
      JsonNode error = peer.say(line).hear();

      assertThat(error.path("id").asText("none")).isEmpty();
      assertThat(error.path("code").asText()).isEqualTo("INVALID_REQUEST");
      assertThat(peer.say("{'id':'1','do':'close'}").hear().path("type").asText())
          .isEqualTo("done");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'1','do':'sing'}|UNSUPPORTED|sing",
        "{'id':'1','do':'read'}|INVALID_REQUEST|resource",
        "{'id':'1','do':'read','resource':'a','limit':0}|INVALID_REQUEST|limit",
        "{'id':'1','do':'read','resource':'a','state':[]}|INVALID_REQUEST|state",
        "{'id':'1','do':'call'}|INVALID_REQUEST|operation",
        "{'id':'1','do':'webhook','method':'POST','url':'u','headers':{},'body':'%'}|INVALID_REQUEST|body"
      })
  void aCommandThatMakesNoSenseSaysWhatIsWrong(String line, String code, String word)
      throws Exception {
    try (Peer peer = new Peer(nothing)) {
      JsonNode error = peer.say(line).hear();

      assertThat(error.path("id").asText()).isEqualTo("1");
      assertThat(error.path("code").asText()).isEqualTo(code);
      assertThat(error.path("message").asText()).contains(word);
    }
  }

  @Test
  void aFaultIsAnErrorWithoutSecretsAndNotTheEnd() throws Exception {
    try (Peer peer = new Peer(nothing)) {
      JsonNode error = peer.say("{'id':'1','do':'check'}").hear();

      assertThat(error.path("type").asText()).isEqualTo("error");
      assertThat(error.path("cause").asText()).contains("IllegalStateException");
      assertThat(error.toString()).doesNotContain("topsecretvalue");
      assertThat(peer.say("{'id':'1','do':'describe'}").hear().has("data")).isTrue();
    }
  }

  @Test
  void aRecordIsSeenWhileTheNextPageHangs() throws Exception {
    ScriptedConnector connector =
        new ScriptedConnector(
            (request, events, stop) -> {
              events.accept(ScriptedConnector.record(1));
              hanging.await();
            });
    try (Peer peer = new Peer(connector)) {
      assertThat(peer.say("{'id':'1','do':'read','resource':'contacts'}").hear())
          .isEqualTo(json("{'id':'1','type':'record','resource':'contacts','data':{'id':1}}"));
      hanging.countDown();
    }
  }

  @Test
  void commandsRunSideBySideAndCanBeCancelled() throws Exception {
    ScriptedConnector connector =
        new ScriptedConnector(
            (request, events, stop) -> stop.sleep(java.time.Duration.ofMinutes(5)));
    try (Peer peer = new Peer(connector)) {
      peer.say("{'id':'1','do':'read','resource':'contacts'}");
      assertThat(peer.say("{'id':'2','do':'describe'}").hear().path("id").asText()).isEqualTo("2");
      assertThat(peer.hear().path("type").asText()).isEqualTo("done");
      JsonNode reused = peer.say("{'id':'1','do':'describe'}").hear();
      assertThat(reused.path("code").asText()).isEqualTo("INVALID_REQUEST");

      peer.say("{'id':'3','do':'cancel','target':'1'}");

      assertThat(List.of(peer.hear(), peer.hear()))
          .extracting(it -> it.path("id").asText() + " " + it.path("code").asText("done"))
          .containsExactlyInAnyOrder("1 CANCELLED", "3 done");
      assertThat(peer.say("{'id':'4','do':'cancel','target':'1'}").hear())
          .isEqualTo(json("{'id':'4','type':'done'}"));
    }
  }

  @Test
  void theEndOfTheInputClosesAndWhatRunsSaysSo() throws Exception {
    ScriptedConnector connector =
        new ScriptedConnector(
            (request, events, stop) -> stop.sleep(java.time.Duration.ofMinutes(5)));
    try (Peer peer = new Peer(connector)) {
      peer.say("{'id':'1','do':'read','resource':'contacts'}");

      List<String> rest = peer.rest();

      assertThat(connector.closed.await(0, TimeUnit.SECONDS)).isTrue();
      assertThat(rest).singleElement().asString().contains("CANCELLED");
    }
  }

  @Test
  void nothingIsReadAheadOfAPeerThatDoesNotRead() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch reading = new CountDownLatch(1);
    AtomicInteger taken = new AtomicInteger();
    ScriptedConnector connector =
        new ScriptedConnector(
            (request, events, stop) -> {
              for (int i = 0; i < 100_000; i++) {
                events.accept(ScriptedConnector.record(i));
                taken.incrementAndGet();
              }
            });
    OutputStream stuck =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            blocked.countDown();
            try {
              reading.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
        };
    PipedOutputStream commands = new PipedOutputStream();
    Thread server = Peer.serve(connector, commands, stuck);
    commands.write("{\"id\":\"1\",\"do\":\"read\",\"resource\":\"a\"}\n".getBytes());
    commands.flush();
    assertThat(blocked.await(1, TimeUnit.MINUTES)).isTrue();

    assertThat(taken.get()).isLessThan(1000);
    reading.countDown();
    commands.close();
    server.join(60_000);
  }

  @Test
  void linesOfManyCommandsNeverMix() throws Exception {
    ScriptedConnector connector =
        new ScriptedConnector(
            (request, events, stop) -> {
              for (int i = 0; i < 200; i++) {
                events.accept(ScriptedConnector.record(i));
              }
            });
    try (Peer peer = new Peer(connector)) {
      for (int i = 0; i < 20; i++) {
        peer.say("{'id':'" + i + "','do':'read','resource':'contacts'}");
      }
      List<String> seen = new ArrayList<>();
      for (int i = 0; i < 20 * 201; i++) {
        JsonNode event = peer.hear();
        seen.add(event.path("id").asText() + ":" + event.at("/data/id").asText("done"));
      }
      for (int i = 0; i < 20; i++) {
        String command = i + ":";
        assertThat(seen).filteredOn(it -> it.startsWith(command)).endsWith(command + "done");
        assertThat(seen).filteredOn(it -> it.startsWith(command)).hasSize(201);
      }
    }
  }

  private static JsonNode json(String text) throws IOException {
    return Json.parse(text.replace('\'', '"'));
  }
}
