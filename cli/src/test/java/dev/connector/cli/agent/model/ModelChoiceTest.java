package dev.connector.cli.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelChoiceTest {

  private static final Limits LIMITS = new Limits(100, Duration.ofMinutes(1));
  private static final String LOCAL = "http://localhost:11434/v1";

  @Test
  void aNameThatBeginsWithClaudeMeansAnthropic() {
    assertThat(name(choice("claude-x", "", null), "ANTHROPIC_API_KEY", "k", "OPENAI_API_KEY", "k"))
        .isEqualTo("anthropic/claude-x");
  }

  @Test
  void theProviderOfTheFlagDecides() {
    assertThat(name(choice("claude-x", "", Provider.OPENAI), "OPENAI_API_KEY", "k"))
        .isEqualTo("openai/claude-x");
    assertThat(name(choice("m", LOCAL, Provider.ANTHROPIC))).isEqualTo("anthropic/m");
  }

  @Test
  void otherwiseTheVariablesThatAreSetDecide() {
    assertThat(name(choice("m", "", null), "ANTHROPIC_API_KEY", "k")).isEqualTo("anthropic/m");
    assertThat(name(choice("m", "", null), "ANTHROPIC_AUTH_TOKEN", "k")).isEqualTo("anthropic/m");
    assertThat(name(choice("m", "", null), "ANTHROPIC_BASE_URL", "http://127.0.0.1:1"))
        .isEqualTo("anthropic/m");
    assertThat(name(choice("m", "", null), "OPENAI_BASE_URL", LOCAL)).isEqualTo("openai/m");
    assertThat(name(choice("m", "", null), "ANTHROPIC_API_KEY", "k", "OPENAI_API_KEY", "k"))
        .isEqualTo("openai/m");
    assertThat(name(choice("m", LOCAL, null), "ANTHROPIC_API_KEY", "k")).isEqualTo("openai/m");
  }

  @Test
  void theNameMayComeFromItsVariable() {
    assertThat(name(choice("", LOCAL, null), "CONNECTOR_MODEL", "small")).isEqualTo("openai/small");
    assertThat(name(choice("mine", LOCAL, null), "CONNECTOR_MODEL", "small"))
        .isEqualTo("openai/mine");
  }

  @Test
  void aMissingKeyIsNamedWithTheWaysThatNeedNone() {
    ConnectorException nothing = failure(choice("", "", null));
    assertThat(nothing.kind()).isEqualTo(Kind.AUTHENTICATION);
    assertThat(nothing).hasMessageContaining("ANTHROPIC_API_KEY or OPENAI_API_KEY");
    assertThat(nothing.hint())
        .contains("--base-url http://localhost:11434/v1 --model <name>")
        .contains("connector mcp");

    assertThat(failure(choice("claude-x", "", null), "OPENAI_API_KEY", "k"))
        .hasMessageContaining("ANTHROPIC_API_KEY is not set");
    assertThat(failure(choice("m", "https://models.example/v1", null), "ANTHROPIC_API_KEY", "k"))
        .hasMessageContaining("OPENAI_API_KEY is not set");
    assertThat(failure(choice("m", "", null), "OPENAI_API_KEY", "  "))
        .hasMessageContaining("OPENAI_API_KEY is not set");
  }

  @Test
  void aMissingNameIsAnsweredWithThoseThatTheServerOffers() {
    try (ModelServer server = ModelServer.scripted().offering("small", "large\u001b[2J")) {
      ConnectorException failure = failure(choice("", server.url(Provider.OPENAI), null));

      assertThat(failure.kind()).isEqualTo(Kind.USAGE);
      assertThat(failure).hasMessageContaining("no model is named");
      assertThat(failure.hint()).isEqualTo("choose one with --model: small, large\\u001b[2J");
      assertThat(server.asked()).isEmpty();
    }
    try (ModelServer server = ModelServer.scripted()) {
      assertThat(failure(choice("", server.url(Provider.OPENAI), null)).hint())
          .contains("--model or CONNECTOR_MODEL");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://models.example/v1",
        "http://10.0.0.5/v1",
        "http://127.0.0.1.models.example/v1",
        "http://localhost.models.example/v1",
        "https://user:secret@models.example/v1",
        "https://models.example/v1?key=secret",
        "models.example/v1",
        "file:///etc/passwd",
      })
  void anAddressThatIsNotSafeIsRefusedAndNotRepeated(String url) {
    ConnectorException failure = failure(choice("m", url, null), "OPENAI_API_KEY", Asking.KEY);

    assertThat(failure.kind()).isEqualTo(Kind.USAGE);
    assertThat(failure.hint()).contains("--base-url");
    assertThat(failure.getMessage()).doesNotContain("secret").doesNotContain(Asking.KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1/v1", "http://127.8.9.1:1/v1/", "http://[::1]:1/v1"})
  void thisMachineIsAskedWithoutTlsAndWithoutAKey(String url) {
    assertThat(name(choice("m", url, null))).isEqualTo("openai/m");
  }

  @Test
  void theKeyOfOneProviderNeverGoesToTheOther() {
    try (ModelServer server = ModelServer.scripted(Answer.text("1"), Answer.text("2"))) {
      Conversation hello = new Conversation("", List.of(Message.user("Hi")), List.of());
      model(choice("m", server.url(Provider.OPENAI), null), "ANTHROPIC_API_KEY", Asking.KEY)
          .reply(hello, it -> {});
      model(
              choice("m", server.url(Provider.ANTHROPIC), Provider.ANTHROPIC),
              "OPENAI_API_KEY",
              Asking.KEY)
          .reply(hello, it -> {});

      assertThat(server.asked())
          .hasSize(2)
          .allSatisfy(
              it -> {
                assertThat(it.headers().toString()).doesNotContain(Asking.KEY);
                assertThat(it.headers()).doesNotContainKeys("x-api-key", "authorization");
              });
    }
  }

  @Test
  void anAddressOfAnthropicIsUnderstoodWithItsVersionAndWithout() {
    try (ModelServer server = ModelServer.scripted(Answer.text("1"), Answer.text("2"))) {
      Conversation hello = new Conversation("", List.of(Message.user("Hi")), List.of());
      for (String end : List.of("", "/v1/")) {
        String url = server.url(Provider.ANTHROPIC) + end;
        model(choice("m", "", null), "ANTHROPIC_BASE_URL", url, "ANTHROPIC_AUTH_TOKEN", "t")
            .reply(hello, it -> {});
      }
      assertThat(server.asked())
          .hasSize(2)
          .allSatisfy(it -> assertThat(it.headers()).containsEntry("authorization", "Bearer t"));
    }
  }

  @Test
  void aKeyWithALineBreakIsRefusedUnseen() {
    ConnectorException failure =
        failure(choice("m", "", null), "OPENAI_API_KEY", "sk-secret\nX-Other: 1");

    assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION);
    assertThat(failure.getMessage() + failure.hint())
        .contains("OPENAI_API_KEY")
        .doesNotContain("sk-secret");
  }

  @Test
  void nothingThatHoldsAKeyPrintsIt() {
    Optional<Credential> key =
        Credential.of(
            Asking.environment(Map.of("OPENAI_API_KEY", Asking.KEY)),
            "OPENAI_API_KEY",
            Credential.Scheme.BEARER);
    Endpoint endpoint = new Endpoint(Provider.OPENAI, Provider.OPENAI.base(), key);

    assertThat(endpoint.toString()).contains("[OPENAI_API_KEY]").doesNotContain(Asking.KEY);
    assertThat(model(choice("m", "", null), "OPENAI_API_KEY", Asking.KEY).toString())
        .doesNotContain(Asking.KEY);
  }

  private static ModelChoice choice(String model, String url, Provider provider) {
    return new ModelChoice(
        Optional.of(model).filter(it -> !it.isEmpty()),
        Optional.of(url).filter(it -> !it.isEmpty()),
        Optional.ofNullable(provider));
  }

  private static String name(ModelChoice choice, String... variables) {
    return model(choice, variables).name();
  }

  private static Model model(ModelChoice choice, String... variables) {
    Map<String, String> all =
        switch (variables.length) {
          case 0 -> Map.of();
          case 2 -> Map.of(variables[0], variables[1]);
          default -> Map.of(variables[0], variables[1], variables[2], variables[3]);
        };
    return choice.model(Asking.environment(all), LIMITS);
  }

  private static ConnectorException failure(ModelChoice choice, String... variables) {
    return OverloadTest.failure(() -> model(choice, variables));
  }
}
