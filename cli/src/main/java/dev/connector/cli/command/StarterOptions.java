package dev.connector.cli.command;

import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.scaffold.draft.StarterAuthentication;
import dev.connector.scaffold.draft.StarterDefinition;
import dev.connector.spec.ConnectorException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The answers that a connector begins with where its API has no description. */
final class StarterOptions {

  @Option(
      names = "--base-url",
      paramLabel = "<URL>",
      description = "Without a description: where the API is.")
  private String baseUrl;

  @Option(
      names = "--auth",
      paramLabel = "<way>",
      description = "Without a description: none, api-key, bearer, basic or oauth2.")
  private String authentication;

  @Option(
      names = "--resource",
      paramLabel = "<path>",
      description = "Without a description: the path of a first list, such as /v1/customers.")
  private String resource;

  boolean given() {
    return baseUrl != null || authentication != null || resource != null;
  }

  /**
   * The answers given, and those that a person at the terminal gives when asked.
   *
   * @param asks whether somebody may be asked
   * @throws ConnectorException of kind USAGE, naming the options that are missing
   */
  StarterDefinition definition(Optional<String> name, Terminal terminal, boolean asks) {
    if (!asks) {
      requireAll(name);
    }
    return new StarterDefinition(
        name.orElseGet(() -> terminal.ask("Name of the connector, such as acme:")),
        given(baseUrl, terminal, "Base URL of the API, such as https://api.acme.com/v1:"),
        way(given(authentication, terminal, "How do callers say who they are? " + ways() + ":")),
        given(resource, terminal, "Path of a first list, such as /customers:"));
  }

  private void requireAll(Optional<String> name) {
    String missing =
        Stream.of(
                name.isEmpty() ? "<name>" : "",
                baseUrl == null ? "--base-url" : "",
                authentication == null ? "--auth" : "",
                resource == null ? "--resource" : "")
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "to make a connector without a description, " + missing + " must be given",
          "or let a description say it all: connector new --from-openapi <file|URL>");
    }
  }

  private static String given(String value, Terminal terminal, String question) {
    return value == null ? terminal.ask(question) : value;
  }

  private static StarterAuthentication way(String word) {
    return StarterAuthentication.of(word)
        .orElseThrow(
            () ->
                new ConnectorException(
                    ConnectorException.Kind.USAGE,
                    "\"" + Text.visible(word) + "\" is no way to authenticate that is known here",
                    "--auth is one of " + ways() + "; the definition can be given others later"));
  }

  private static String ways() {
    return Stream.of(StarterAuthentication.values())
        .map(StarterAuthentication::word)
        .collect(Collectors.joining(", "));
  }
}
