package dev.connector.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the protocol's examples in {@code SPEC.md} to {@code protocol.schema.json}. */
class ProtocolPageTest {

  private static final String SCHEMA = "urn:connector:protocol:1";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A line of a session: a command, or an event. */
  private record Line(boolean command, JsonNode json) {
    String id() {
      return json.required("id").textValue();
    }

    String word() {
      return json.required(command ? "do" : "type").textValue();
    }

    boolean ends() {
      return !command && Set.of("done", "error").contains(word());
    }
  }

  private final JsonSchemas schemas = new JsonSchemas();
  private final JsonNode schema = JSON.readTree(Path.of("protocol.schema.json").toFile());
  private final List<List<Line>> sessions = sessions(Files.readString(Path.of("SPEC.md")));

  ProtocolPageTest() throws IOException {}

  @Test
  void everyExampleFitsTheSchema() {
    for (Line line : lines().toList()) {
      String part = line.command() ? "command" : "event";
      assertThat(problems(part, line.json())).as(line.json().toString()).isEmpty();
    }
  }

  @Test
  void everyCommandAndEventHasAnExampleAndIsInTheSchema() {
    assertThat(words(true)).isEqualTo(texts("/$defs/command/properties/do/enum"));
    assertThat(words(false)).isEqualTo(texts("/$defs/event/properties/type/enum"));
  }

  @Test
  void resultsOfDescribeAndWebhookHaveTheirOwnShape() {
    Map<String, String> parts = Map.of("describe", "description", "webhook", "verdict");
    List<String> seen = new ArrayList<>();
    for (List<Line> session : sessions) {
      Map<String, String> commands = new HashMap<>();
      for (Line line : session) {
        if (line.command()) {
          commands.put(line.id(), line.word());
        } else if (line.word().equals("result") && parts.containsKey(commands.get(line.id()))) {
          String part = parts.get(commands.get(line.id()));
          seen.add(part);
          assertThat(problems(part, line.json().required("data"))).as(part).isEmpty();
        }
      }
    }
    assertThat(seen).contains("description", "verdict");
  }

  @Test
  void everyCommandEndsOnceAndNothingFollows() {
    for (List<Line> session : sessions) {
      Set<String> open = new HashSet<>();
      for (Line line : session) {
        if (line.command()) {
          assertThat(open.add(line.id())).as("id in use: " + line).isTrue();
        } else {
          assertThat(open).as("answers no open command: " + line).contains(line.id());
        }
        if (line.ends()) {
          open.remove(line.id());
        }
      }
      assertThat(open).as("commands without an end").isEmpty();
    }
  }

  @Test
  void theSchemaKnowsTheErrorCodesAndThePolicyOfTheRules() {
    assertThat(texts("/$defs/code/enum"))
        .isEqualTo(Set.copyOf(Stream.of(ErrorCode.values()).map(Enum::name).toList()));
    Set<String> figures = new HashSet<>();
    Rules.load().all().forEach(rule -> figures.addAll(rule.values().keySet()));
    assertThat(figures).containsAll(texts("/$defs/description/properties/policy/required"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'1','do':'sing'}",
        "{'do':'check'}",
        "{'id':'1','do':'read'}",
        "{'id':'1','do':'read','resource':'contacts','limit':0}",
        "{'id':'1','do':'check','resource':'contacts'}",
        "{'id':'1','do':'call','operation':'create'}",
        "{'id':'1','do':'cancel'}",
      })
  void commandsThatAreNoneAreRefused(String command) throws IOException {
    assertThat(problems("command", json(command))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'1','type':'data'}",
        "{'type':'done'}",
        "{'id':'1','type':'record','resource':'contacts','data':[1]}",
        "{'id':'1','type':'record','resource':'contacts','data':{},'violations':[]}",
        "{'id':'1','type':'delete','resource':'contacts','key':[]}",
        "{'id':'1','type':'status','resource':'contacts','complete':false,'counts':{'records':1}}",
        "{'id':'1','type':'status','resource':'c','complete':true,'reason':'limit','counts':{'records':1}}",
        "{'id':'1','type':'error','code':'OOPS','message':'m','retryable':false,'attempts':0,'durationMillis':0}",
        "{'id':'1','type':'error','code':'TIMEOUT','message':'m','attempts':1,'durationMillis':0}",
        "{'id':'1','type':'attempt','operation':'a.b','method':'GET','path':'/','attempt':1,'durationMillis':1,'correlationId':'c','limit':{}}",
        "{'id':'1','type':'done','more':true}",
      })
  void eventsThatAreNoneAreRefused(String event) throws IOException {
    assertThat(problems("event", json(event))).isNotEmpty();
  }

  private List<String> problems(String part, JsonNode json) {
    return schemas.problems(SCHEMA + "#/$defs/" + part, json);
  }

  private Stream<Line> lines() {
    return sessions.stream().flatMap(List::stream);
  }

  private Set<String> words(boolean commands) {
    Set<String> words = new HashSet<>();
    lines().filter(it -> it.command() == commands).forEach(it -> words.add(it.word()));
    return words;
  }

  private Set<String> texts(String pointer) {
    Set<String> texts = new HashSet<>();
    schema.at(pointer).forEach(it -> texts.add(it.textValue()));
    return texts;
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private static List<List<Line>> sessions(String page) throws IOException {
    List<List<Line>> sessions = new ArrayList<>();
    for (var block :
        Pattern.compile("(?s)```protocol\n(.*?)```").matcher(page).results().toList()) {
      List<Line> session = new ArrayList<>();
      for (String line : block.group(1).lines().toList()) {
        session.add(new Line(line.startsWith("> "), JSON.readTree(line.substring(2))));
      }
      sessions.add(session);
    }
    return sessions;
  }
}
