package dev.connector.cli.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversationTest {

  private static final String LONG = "Ich heiße Modell, and I have more to say than one piece \"\n";

  private final Asking asking = new Asking();

  @ParameterizedTest
  @EnumSource(Provider.class)
  void wordsArriveInPiecesAndWhole(Provider provider) {
    try (ModelServer server = ModelServer.scripted(Answer.text(LONG))) {
      Reply reply = asking.ask(server, provider);

      assertThat(reply.parts()).containsExactly(new Part.Text(LONG));
      assertThat(reply.stop()).isEqualTo(Reply.Stop.END);
      assertThat(reply.usage()).isEqualTo(new Reply.Usage(20, 5, 7));
      assertThat(asking.words).hasSizeGreaterThan(1);
      assertThat(String.join("", asking.words)).isEqualTo(LONG);
      assertThat(server.asked().get(0).system()).isEqualTo("Be brief.");
      assertThat(server.asked().get(0).said()).contains("Who are you?");
    }
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void aServerThatDoesNotStreamIsUnderstood(Provider provider) {
    Answer both = Answer.text(LONG).and(Answer.call("look", json("{'at':[1,2]}"))).whole();
    try (ModelServer server = ModelServer.scripted(both)) {
      Reply reply = asking.ask(server, provider);

      assertThat(reply.parts())
          .containsExactly(
              new Part.Text(LONG), new Part.Call("call_1_0", "look", json("{'at':[1,2]}")));
      assertThat(reply.stop()).isEqualTo(Reply.Stop.TOOLS);
      assertThat(reply.usage()).isEqualTo(new Reply.Usage(20, 5, 7));
      assertThat(asking.words).containsExactly(LONG);
    }
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void severalCallsInOneTurnAreKeptApart(Provider provider) {
    ObjectNode first = json("{'query':'how pages are asked for, and how many'}");
    Answer calls =
        Answer.text("Both.")
            .and(Answer.call("search", first))
            .and(Answer.call("view", json("{}")))
            .and(Answer.malformedCall("search", "{\"query\": \"cut"))
            .and(Answer.malformedCall("search", "[1]"));
    try (ModelServer server = ModelServer.scripted(calls)) {
      Reply reply = asking.ask(server, provider);

      assertThat(reply.stop()).isEqualTo(Reply.Stop.TOOLS);
      assertThat(reply.parts())
          .startsWith(
              new Part.Text("Both."),
              new Part.Call("call_1_0", "search", first),
              new Part.Call("call_1_1", "view", json("{}")))
          .hasSize(5);
      assertThat((Part.MalformedCall) reply.parts().get(3))
          .returns("call_1_2", Part.MalformedCall::id)
          .returns("{\"query\": \"cut", Part.MalformedCall::written)
          .satisfies(it -> assertThat(it.flaw()).contains("no JSON"));
      assertThat(((Part.MalformedCall) reply.parts().get(4)).flaw()).contains("array");
    }
  }

  @Test
  void anthropicGetsAllResultsInOneMessageBeforeAnyWords() {
    JsonNode body = sent(Provider.ANTHROPIC);

    assertThat(body.path("max_tokens").asInt()).isEqualTo(1000);
    assertThat(body.path("messages"))
        .extracting(it -> it.path("role").asText())
        .containsExactly("user", "assistant", "user");
    assertThat(body.at("/messages/1/content"))
        .extracting(it -> it.path("type").asText())
        .containsExactly("thinking", "text", "tool_use", "tool_use");
    assertThat(body.at("/messages/1/content/0/signature").asText()).isEqualTo("abc");
    assertThat(body.at("/messages/1/content/3/input/malformed_arguments").asText()).isEqualTo("{");
    assertThat(body.at("/messages/2/content"))
        .extracting(it -> it.path("type").asText())
        .containsExactly("tool_result", "tool_result", "text");
    assertThat(body.at("/messages/2/content/0/is_error").isMissingNode()).isTrue();
    assertThat(body.at("/messages/2/content/1/is_error").asBoolean()).isTrue();
    assertThat(body.at("/messages/2/content/1/tool_use_id").asText()).isEqualTo("b");
  }

  @Test
  void anthropicIsToldWhatToCache() {
    JsonNode body = sent(Provider.ANTHROPIC);

    assertThat(body.at("/system/0/cache_control/type").asText()).isEqualTo("ephemeral");
    assertThat(body.at("/tools/0/cache_control").isMissingNode()).isTrue();
    assertThat(body.at("/tools/1/cache_control/type").asText()).isEqualTo("ephemeral");
    assertThat(body.at("/messages/0/content/0/cache_control").isMissingNode()).isFalse();
    assertThat(body.at("/messages/2/content/2/cache_control").isMissingNode()).isFalse();
    assertThat(body.findValues("cache_control")).as("four is the most").hasSize(4);
  }

  @Test
  void openAiGetsAMessageForEachResult() {
    JsonNode body = sent(Provider.OPENAI);

    assertThat(body.path("max_tokens").asInt()).isEqualTo(1000);
    assertThat(body.path("messages"))
        .extracting(it -> it.path("role").asText())
        .containsExactly("system", "user", "assistant", "tool", "tool", "user");
    assertThat(body.at("/messages/2/tool_calls"))
        .extracting(it -> it.at("/function/arguments").asText())
        .containsExactly("{\"n\":1}", "{\"malformed_arguments\":\"{\"}");
    assertThat(body.at("/messages/3/tool_call_id").asText()).isEqualTo("a");
    assertThat(body.at("/messages/4/content").asText()).isEqualTo("Error: no such page");
    assertThat(body.at("/tools/1/function/parameters/type").asText()).isEqualTo("object");
  }

  /** A conversation with everything in it, as it goes over the wire. */
  private JsonNode sent(Provider provider) {
    Part thought =
        provider == Provider.ANTHROPIC
            ? new Part.Opaque(json("{'type':'thinking','thinking':'','signature':'abc'}"))
            : new Part.Opaque(json("{'reasoning_content':'hm'}"));
    Message turn =
        new Message(
            Message.Role.ASSISTANT,
            List.of(
                thought,
                new Part.Text("Looking."),
                new Part.Call("a", "search", json("{'n':1}")),
                new Part.MalformedCall("b", "view", "{", "no")));
    Message results =
        new Message(
            Message.Role.USER,
            List.of(
                new Part.Text("Go on."),
                new Part.Result("a", "page 1", false),
                new Part.Result("b", "no such page", true)));
    ObjectNode schema = json("{'type':'object'}");
    Conversation conversation =
        new Conversation(
            "Be brief.",
            List.of(Message.user("Look."), turn, results),
            List.of(new Tool("search", "finds", schema), new Tool("view", "shows", schema)));
    try (ModelServer server = ModelServer.scripted(Answer.text("Done."))) {
      asking.ask(server, provider, conversation);
      assertThat(server.asked().get(0).tools()).containsExactly("search", "view");
      assertThat(server.asked().get(0).said()).contains("page 1", "no such page", "Go on.");
      return server.asked().get(0).body();
    }
  }

  @Test
  void thoughtsOfAnthropicComeBackAsTheyWereSigned() {
    ObjectNode thought =
        json(
            "{'type':'thinking','thinking':'First I look at the list of pages','signature':'xyz'}");
    ObjectNode hidden = json("{'type':'redacted_thinking','data':'zzz'}");
    Answer answer =
        Answer.of(List.of(new Part.Opaque(thought), new Part.Opaque(hidden)))
            .and(Answer.call("search", json("{}")));
    try (ModelServer server = ModelServer.scripted(answer)) {
      Reply reply = asking.ask(server, Provider.ANTHROPIC);

      assertThat(reply.parts())
          .startsWith(new Part.Opaque(thought), new Part.Opaque(hidden))
          .hasSize(3);
      assertThat(asking.words).isEmpty();
    }
  }

  @Test
  void whatAnOpenAiServerWantsBackWithItsCallsGoesBack() {
    ObjectNode reasoning = json("{'reasoning_content':'thinking'}");
    String call =
        "{'index':0,'id':'c1','extra_content':{'google':{'thought_signature':'sig'}},"
            + "'function':{'name':'look','arguments':'{}'}}";
    Answer first =
        Answer.events(
            json("{'choices':[{'delta':" + reasoning + "}]}").toString(),
            json("{'choices':[{'delta':{'tool_calls':[" + call + "]}}]}").toString(),
            json("{'choices':[{'delta':{},'finish_reason':'tool_calls'}]}").toString());
    try (ModelServer server = ModelServer.scripted(first, Answer.text("Done."))) {
      Reply reply = asking.ask(server, Provider.OPENAI);
      asking.ask(
          server,
          Provider.OPENAI,
          Message.user("Look."),
          new Message(Message.Role.ASSISTANT, reply.parts()),
          new Message(Message.Role.USER, List.of(new Part.Result("c1", "seen", false))));

      JsonNode turn = server.asked().get(1).body().at("/messages/2");
      assertThat(turn.path("reasoning_content").asText()).isEqualTo("thinking");
      assertThat(turn.path("content").isNull()).isTrue();
      assertThat(turn.at("/tool_calls/0/extra_content/google/thought_signature").asText())
          .isEqualTo("sig");
      assertThat(turn.at("/tool_calls/0/call").isMissingNode()).isTrue();
    }
  }

  @Test
  void callsWithoutIndexOrWithOneIndexForAllAreKeptApart() {
    String one = "{'id':'a','function':{'name':'look','arguments':{'n':1}}}";
    String two = "{'index':0,'id':'b','function':{'name':'look','arguments':''}}";
    String more = "{'index':0,'function':{'arguments':{'n':2}}}";
    String three = "{'index':0,'id':'c','function':{'name':'look','arguments':''}}";
    Answer answer =
        Answer.events(
            chunk(one),
            chunk(two),
            chunk(more),
            chunk(three),
            "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");
    try (ModelServer server = ModelServer.scripted(answer)) {
      Reply reply = asking.ask(server, Provider.OPENAI);

      assertThat(reply.stop()).as("though it says stop").isEqualTo(Reply.Stop.TOOLS);
      assertThat(reply.parts())
          .containsExactly(
              new Part.Call("a", "look", json("{'n':1}")),
              new Part.Call("b", "look", json("{'n':2}")),
              new Part.Call("c", "look", json("{}")));
    }
  }

  private static String chunk(String call) {
    return json("{'choices':[{'delta':{'tool_calls':[" + call + "]}}]}").toString();
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void theLimitOfTokensEndsATurnInTheMiddleOfACall(Provider provider) {
    Answer cut = Answer.malformedCall("search", "{\"a").stopped(Reply.Stop.LENGTH);
    try (ModelServer server = ModelServer.scripted(cut)) {
      Reply reply = asking.ask(server, provider);

      assertThat(reply.stop()).isEqualTo(Reply.Stop.LENGTH);
      assertThat(reply.parts()).singleElement().isInstanceOf(Part.MalformedCall.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void aRefusalCallsNoTool(Provider provider) {
    Answer refusal =
        Answer.text("No.").and(Answer.call("search", json("{}"))).stopped(Reply.Stop.REFUSAL);
    try (ModelServer server = ModelServer.scripted(refusal, refusal.whole())) {
      for (int i = 0; i < 2; i++) {
        Reply reply = asking.ask(server, provider);

        assertThat(reply.stop()).isEqualTo(Reply.Stop.REFUSAL);
        assertThat(reply.parts()).containsExactly(new Part.Text("No."));
      }
    }
  }

  @Test
  void aRefusalOfOpenAiInItsOwnFieldIsOne() {
    Answer refusal =
        Answer.events(
            "{\"choices\":[{\"delta\":{\"refusal\":\"I can\"}}]}",
            "{\"choices\":[{\"delta\":{\"refusal\":\"not.\"},\"finish_reason\":\"stop\"}]}",
            "[DONE]");
    try (ModelServer server = ModelServer.scripted(refusal)) {
      Reply reply = asking.ask(server, Provider.OPENAI);

      assertThat(reply.stop()).isEqualTo(Reply.Stop.REFUSAL);
      assertThat(reply.text()).isEqualTo("I cannot.");
    }
  }

  @Test
  void aReasonNobodyKnowsEndsTheTurn() {
    Answer openAi =
        Answer.events("{\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"new\"}]}");
    String anthropic =
        "{'type':'message','content':[{'type':'text','text':'a'}],'stop_reason':'new'}";
    Answer message = Answer.status(200, json(anthropic).toString());
    try (ModelServer server = ModelServer.scripted(openAi, message)) {
      assertThat(asking.ask(server, Provider.OPENAI).stop()).isEqualTo(Reply.Stop.END);
      assertThat(asking.ask(server, Provider.ANTHROPIC).stop()).isEqualTo(Reply.Stop.END);
    }
  }

  @Test
  void aServerThatKnowsOtherParametersIsAskedWithThose() {
    ModelServer server =
        ModelServer.answering(
            asked -> {
              if (asked.body().has("stream_options")) {
                return Answer.error(400, "invalid", "Unknown field: stream_options");
              }
              if (asked.body().has("max_tokens")) {
                return Answer.error(
                    400, "unsupported_parameter", "Use 'max_completion_tokens' instead.");
              }
              return Answer.text("Yes.");
            });
    try (server) {
      assertThat(asking.ask(server, Provider.OPENAI).text()).isEqualTo("Yes.");
      assertThat(server.asked()).hasSize(3);
      assertThat(server.asked().get(2).body().path("max_completion_tokens").asInt())
          .isEqualTo(1000);
    }
  }

  @Test
  void keysTravelInTheHeaderOfEachFormat() {
    try (ModelServer server = ModelServer.scripted(Answer.text("1"), Answer.text("2"))) {
      asking.ask(server, Provider.ANTHROPIC);
      asking.ask(server, Provider.OPENAI);

      assertThat(server.asked().get(0).headers())
          .containsEntry("x-api-key", Asking.KEY)
          .containsEntry("anthropic-version", "2023-06-01")
          .doesNotContainKey("authorization");
      assertThat(server.asked().get(1).headers())
          .containsAllEntriesOf(Map.of("authorization", "Bearer " + Asking.KEY))
          .doesNotContainKey("x-api-key");
    }
  }

  static ObjectNode json(String singleQuoted) {
    try {
      return (ObjectNode) Answers.JSON.readTree(singleQuoted.replace('\'', '"'));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
