package dev.connector.cli.command;

import dev.connector.cli.agent.Bounds;
import dev.connector.cli.agent.model.Limits;
import dev.connector.cli.agent.model.Model;
import dev.connector.cli.agent.model.ModelChoice;
import dev.connector.cli.agent.model.Provider;
import dev.connector.cli.terminal.Environment;
import dev.connector.spec.ConnectorException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that choose a model, and say how much may be asked of it. */
final class ModelOptions {

  @Option(
      names = "--model",
      paramLabel = "<name>",
      description = "The model to ask; CONNECTOR_MODEL if not given.")
  private String model;

  @Option(
      names = "--provider",
      paramLabel = "<name>",
      description = "Whose wire format it speaks: anthropic or openai.")
  private String provider;

  @Option(
      names = "--base-url",
      paramLabel = "<URL>",
      description = "Where the model is, such as http://localhost:11434/v1.")
  private String baseUrl;

  @Option(
      names = "--max-tokens",
      paramLabel = "<number>",
      defaultValue = "32000",
      description = "The most tokens of one answer.")
  private int maxTokens;

  @Option(
      names = "--max-rounds",
      paramLabel = "<number>",
      defaultValue = "12",
      description = "The most answers to ask for.")
  private int maxRounds;

  @Option(
      names = "--budget",
      paramLabel = "<tokens>",
      defaultValue = "500000",
      description = "The most tokens read and written in all.")
  private long budget;

  @Option(
      names = "--timeout",
      paramLabel = "<seconds>",
      defaultValue = "1800",
      description = "The most seconds in all.")
  private long timeout;

  Model model(Environment environment) {
    require("--max-tokens", maxTokens);
    return new ModelChoice(
            Optional.ofNullable(model),
            Optional.ofNullable(baseUrl),
            Optional.ofNullable(provider).map(ModelOptions::provider))
        .model(environment, new Limits(maxTokens, Duration.ofSeconds(timeout)));
  }

  /** What was typed of it, to be typed again. */
  String typed() {
    StringBuilder typed = new StringBuilder();
    Map<String, String> given = new LinkedHashMap<>();
    given.put("--model", model);
    given.put("--provider", provider);
    given.put("--base-url", baseUrl);
    given.forEach(
        (option, value) -> {
          if (value != null) {
            typed.append(' ').append(option).append(' ').append(NextSteps.quoted(value));
          }
        });
    return typed.toString();
  }

  Bounds bounds() {
    require("--max-rounds", maxRounds);
    require("--budget", budget);
    require("--timeout", timeout);
    return new Bounds(maxRounds, budget, Duration.ofSeconds(timeout));
  }

  private static Provider provider(String word) {
    return Arrays.stream(Provider.values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ConnectorException(
                    ConnectorException.Kind.USAGE,
                    "\"" + word + "\" is no provider that is known here",
                    "--provider is one of "
                        + Arrays.stream(Provider.values())
                            .map(it -> it.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                        + "; most servers speak openai"));
  }

  private static void require(String option, long number) {
    if (number < 1) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE, option + " is below one", "give a larger number");
    }
  }
}
