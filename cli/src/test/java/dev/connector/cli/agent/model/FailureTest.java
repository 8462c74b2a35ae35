package dev.connector.cli.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.cli.agent.model.Answer.Fault;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

  private final Asking asking = new Asking();

  @ParameterizedTest
  @CsvSource({"ANTHROPIC,CUT", "ANTHROPIC,HALF", "OPENAI,CUT", "OPENAI,HALF"})
  void aStreamThatBreaksOffGivesNothing(Provider provider, Fault fault) {
    Answer cut = Answer.text("It begins well, and goes on, and on, and".repeat(9)).but(fault);
    try (ModelServer server = ModelServer.scripted(cut)) {
      ConnectorException failure = failed(server, provider);

      assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
      assertThat(failure).hasMessageContaining("broke off");
    }
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void aConnectionThatEndsWithoutAnAnswerIsANetworkFailure(Provider provider) {
    try (ModelServer server = ModelServer.scripted(Answer.text("").but(Fault.NO_ANSWER))) {
      assertThat(failed(server, provider).kind()).isEqualTo(Kind.NETWORK);
    }
  }

  @Test
  void aServerThatDoesNotRunIsNamedWithWhatToDo() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Model model = asking.model("http://127.0.0.1:" + port + "/v1", Provider.OPENAI);
    ConnectorException failure =
        OverloadTest.failure(
            () ->
                model.reply(
                    new Conversation("", List.of(Message.user("Hi")), List.of()), it -> {}));

    assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
    assertThat(failure).hasMessageContaining("127.0.0.1:" + port + " cannot be reached");
    assertThat(failure.hint()).contains("start the server").contains("--base-url");
  }

  @Test
  void silenceEndsTheCall() {
    asking.patientFor(Duration.ofMillis(150));
    try (ModelServer server = ModelServer.scripted(Answer.text("").but(Fault.SILENCE))) {
      ConnectorException failure = failed(server, Provider.ANTHROPIC);

      assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
      assertThat(failure).hasMessageContaining("said nothing for");
    }
  }

  @Test
  void theWholeAnswerHasALimitOfTime() {
    asking.within(Duration.ofMillis(300));
    try (ModelServer server =
        ModelServer.scripted(Answer.text("slow".repeat(100)).but(Fault.TRICKLE))) {
      ConnectorException failure = failed(server, Provider.OPENAI);

      assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
      assertThat(failure).hasMessageContaining("did not finish");
      assertThat(failure.hint()).contains("--timeout");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Welcome</html>",
        "",
        "{}",
        "[]",
        "{\"choices\":[",
        "data: {\"type\":\n\n",
        "data: 17\n\n"
      })
  void whatIsNoAnswerOfTheFormatIsSaidToBeNone(String body) {
    for (Provider provider : Provider.values()) {
      try (ModelServer server = ModelServer.scripted(Answer.status(200, body))) {
        ConnectorException failure = failed(server, provider);

        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageContaining("does not answer as " + provider.label());
        assertThat(failure.hint()).contains("--base-url");
      }
    }
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    String data =
        "data: {\"choices\":[{\"delta\":{\"content\":\"" + "x".repeat(1 << 20) + "\"}}]}\n\n";
    try (ModelServer server = ModelServer.scripted(Answer.status(200, data.repeat(33)))) {
      assertThat(failed(server, Provider.OPENAI)).hasMessageContaining("answers without end");
    }
  }

  @ParameterizedTest
  @CsvSource({"401,ANTHROPIC", "403,ANTHROPIC", "401,OPENAI", "403,OPENAI"})
  void aRefusedKeyIsNamedByItsVariable(int status, Provider provider) {
    Answer refused = Answer.error(status, "authentication_error", "bad key " + Asking.KEY);
    try (ModelServer server = ModelServer.scripted(refused)) {
      ConnectorException failure = failed(server, provider);

      assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION);
      assertThat(failure).hasMessageContaining("refuses " + provider.keyVariable());
      assertThat(failure.getMessage() + failure.hint()).doesNotContain(Asking.KEY);
    }
  }

  @Test
  void aHostileErrorIsCutAndMadeVisible() {
    Answer hostile =
        Answer.status(400, "\u001b[2J\u202e" + Asking.KEY + "z".repeat(1 << 20) + Asking.KEY);
    try (ModelServer server = ModelServer.scripted(hostile)) {
      ConnectorException failure = failed(server, Provider.ANTHROPIC);

      assertThat(failure.kind()).isEqualTo(Kind.FAILED);
      assertThat(failure.getMessage())
          .contains("answered 400: \\u001b[2J\\u202e[ANTHROPIC_API_KEY]zzz")
          .doesNotContain(Asking.KEY)
          .hasSizeLessThan(400);
    }
  }

  @Test
  void anUnknownModelIsAnsweredWithThoseThereAre() {
    String[] names = new String[12];
    Arrays.setAll(names, i -> "model-" + i);
    Answer unknown = Answer.error(404, "not_found_error", "model 'small-model' not found");
    try (ModelServer server = ModelServer.scripted(unknown, unknown).offering(names)) {
      for (Provider provider : Provider.values()) {
        ConnectorException failure = failed(server, provider);

        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageContaining("knows no model small-model");
        assertThat(failure.hint())
            .startsWith("choose one with --model: model-0, model-1")
            .endsWith("model-9");
      }
    }
  }

  @Test
  void anUnknownModelOfAServerWithoutAListNamesTheOption() {
    try (ModelServer server = ModelServer.scripted(Answer.status(404, "404 page not found"))) {
      assertThat(failed(server, Provider.OPENAI).hint()).isEqualTo("check --model and --base-url");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void noRedirectIsFollowed(int status) {
    try (ModelServer elsewhere = ModelServer.scripted(Answer.text("stolen"))) {
      String target = elsewhere.url(Provider.OPENAI) + "/chat/completions";
      Answer redirect = Answer.status(status, "", "location: " + target);
      try (ModelServer server = ModelServer.scripted(redirect)) {
        ConnectorException failure = failed(server, Provider.OPENAI);

        assertThat(failure).hasMessageContaining("redirects");
        assertThat(failure.hint()).contains("--base-url");
        assertThat(elsewhere.asked()).isEmpty();
      }
    }
  }

  @Test
  void anErrorWithinAStreamIsToldAsSuch() {
    Answer anthropic =
        Answer.events(
            "{\"type\":\"error\",\"error\":{\"type\":\"permission_error\",\"message\":\"no\"}}");
    Answer openAi =
        Answer.events("{\"error\":{\"message\":\"broken template\",\"code\":400}}", "[DONE]");
    try (ModelServer server = ModelServer.scripted(anthropic, openAi)) {
      assertThat(failed(server, Provider.ANTHROPIC).kind()).isEqualTo(Kind.AUTHENTICATION);
      assertThat(failed(server, Provider.OPENAI))
          .hasMessageContaining("answered 400: broken template");
    }
  }

  private ConnectorException failed(ModelServer server, Provider provider) {
    return OverloadTest.failure(() -> asking.ask(server, provider));
  }
}
