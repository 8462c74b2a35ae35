package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.login.Login;
import dev.connector.cli.login.Way;
import dev.connector.cli.project.StoredToken;
import dev.connector.cli.project.UserTokens;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Table;
import dev.connector.runtime.auth.Token;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import java.util.List;
import java.util.Optional;

/** What a connector has of credentials: for people and for programs, and never a value. */
record AuthState(
    Definition definition, List<Way> ways, UserTokens tokens, Environment environment) {

  /** Where the value of a setting comes from. */
  private enum Source {
    ENVIRONMENT("environment"),
    FILE(".env"),
    DEFAULT("default"),
    MISSING("missing");

    private final String label;

    Source(String label) {
      this.label = label;
    }
  }

  AuthState {
    ways = List.copyOf(ways);
  }

  /** Whether the connector can authenticate. */
  boolean usable() {
    return ways.isEmpty() || inUse().isPresent();
  }

  /** The first way that is complete, as the engine chooses. */
  private Optional<Way> inUse() {
    return ways.stream()
        .filter(way -> way.missing().isEmpty() || madeUpFor(way))
        .findFirst()
        .filter(way -> !way.asksForConsent() || token(way).isPresent());
  }

  /** Whether a token of an earlier login stands in for one that is given by hand. */
  private boolean madeUpFor(Way way) {
    return way.lacksOnlyGivenToken() && token(way).isPresent();
  }

  void rows(Table table) {
    if (ways.isEmpty()) {
      table.row(definition.name(), "none", "-", "-");
    }
    Optional<Way> used = inUse();
    for (Way way : ways) {
      String name = way.name() + (used.filter(way::equals).isPresent() ? " (in use)" : "");
      for (String setting : way.settings()) {
        table.row(definition.name(), name, definition.variable(setting), from(way, setting));
      }
      if (way.obtainsTokens()) {
        table.row(definition.name(), name, "token", tokenText(way));
      }
    }
  }

  private String from(Way way, String setting) {
    Source source = source(setting);
    return source == Source.MISSING && madeUpFor(way)
        ? "not needed, as a token is stored"
        : source.label;
  }

  void describe(ObjectNode node) {
    node.put("name", definition.name()).put("usable", usable());
    Optional<Way> used = inUse();
    ArrayNode array = node.putArray("schemes");
    for (Way way : ways) {
      ObjectNode scheme = array.addObject();
      scheme.put("scheme", way.name()).put("inUse", used.filter(way::equals).isPresent());
      ArrayNode settings = scheme.putArray("settings");
      for (String setting : way.settings()) {
        settings
            .addObject()
            .put("variable", definition.variable(setting))
            .put("source", source(setting).label);
      }
      way.scopes().forEach(scheme.withArray("scopes")::add);
      token(way).ifPresent(token -> describe(scheme.putObject("token"), token));
    }
  }

  private static void describe(ObjectNode node, Token token) {
    node.put("refreshable", token.refreshToken().isPresent());
    token.expiresAt().ifPresent(expiry -> node.put("expiresAt", expiry.toString()));
  }

  private Source source(String setting) {
    String variable = definition.variable(setting);
    if (environment.variable(variable).filter(it -> !it.isBlank()).isPresent()) {
      return Source.ENVIRONMENT;
    }
    if (!ways.get(0).variables().getOrDefault(variable, "").isBlank()) {
      return Source.FILE;
    }
    var declared = definition.settings().get(setting);
    return declared != null && declared.defaultValue().isPresent()
        ? Source.DEFAULT
        : Source.MISSING;
  }

  private String tokenText(Way way) {
    try {
      return stored(way)
          .flatMap(StoredToken::load)
          .map(
              token ->
                  "stored, "
                      + Login.state(token, environment.clock())
                      + (way.scopes().isEmpty()
                          ? ""
                          : "; asked for: " + String.join(" ", way.scopes())))
          .orElse(
              way.asksForConsent()
                  ? "missing; run: connector auth login " + definition.name()
                  : "none stored");
    } catch (ApiException | ConnectorException unusable) {
      return unusable.getMessage();
    }
  }

  private Optional<Token> token(Way way) {
    try {
      return stored(way).flatMap(StoredToken::load);
    } catch (ApiException | ConnectorException unusable) {
      return Optional.empty();
    }
  }

  private Optional<StoredToken> stored(Way way) {
    return way.obtainsTokens() && (way.missing().isEmpty() || way.lacksOnlyGivenToken())
        ? Optional.of(StoredToken.of(definition, way.account(), way.variables(), tokens))
        : Optional.empty();
  }
}
