package dev.connector.cli.agent.model;

import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who asks a model on loopback, and for whom waits pass at once. */
final class Asking {

  static final String KEY = "sk-very-secret-0123456789";

  final List<Duration> waits = new CopyOnWriteArrayList<>();
  final List<String> words = new CopyOnWriteArrayList<>();
  private Limits limits = new Limits(1000, Duration.ofMinutes(2));
  private Waiting.Sleeper sleeper = waits::add;
  private Duration silence = Duration.ofSeconds(20);

  Asking within(Duration timeout) {
    limits = new Limits(limits.maxTokens(), timeout);
    return this;
  }

  Asking patientFor(Duration time) {
    silence = time;
    return this;
  }

  Asking sleeping(Waiting.Sleeper other) {
    sleeper = other;
    return this;
  }

  Model model(String url, Provider provider) {
    ModelChoice choice =
        new ModelChoice(Optional.of("small-model"), Optional.of(url), Optional.of(provider));
    return choice.model(
        environment(Map.of("ANTHROPIC_API_KEY", KEY, "OPENAI_API_KEY", KEY)),
        limits,
        new Waiting(Duration.ofSeconds(10), silence, sleeper));
  }

  Reply ask(ModelServer server, Provider provider, Message... messages) {
    return ask(server, provider, new Conversation("Be brief.", List.of(messages), List.of()));
  }

  Reply ask(ModelServer server, Provider provider, Conversation conversation) {
    return model(server.url(provider), provider).reply(conversation, words::add);
  }

  Reply ask(ModelServer server, Provider provider) {
    return ask(server, provider, Message.user("Who are you?"));
  }

  static Environment environment(Map<String, String> variables) {
    return new Environment(
        Screen.none().terminal(), Path.of(""), variables, Clock.systemUTC(), Optional.empty());
  }
}
