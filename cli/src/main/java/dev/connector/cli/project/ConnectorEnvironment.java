package dev.connector.cli.project;

import dev.connector.runtime.message.ApiException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Setting;
import dev.connector.spec.engine.TokenAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The variables that one connector runs with. This is the one place where they come together: the
 * process's environment, below it the {@code .env} file of the project, and the token of an earlier
 * {@code connector auth login}. Of either only the connector's own variables are taken, so that
 * nothing else can reach it.
 *
 * <p>Its string form holds names alone.
 */
public record ConnectorEnvironment(String connector, Map<String, String> variables) {

  /** The setting that names the file of a token. */
  static final String TOKEN_STORE = "tokenStore";

  public ConnectorEnvironment {
    Objects.requireNonNull(connector);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /**
   * The environment of a connector.
   *
   * @param folder where the user works, and where a {@code .env} file may lie
   * @param process the process's environment, which outweighs the file
   */
  public static ConnectorEnvironment of(
      Definition definition, Path folder, Map<String, String> process) {
    return set(definition, folder, process).loggedIn(definition, UserTokens.of(process));
  }

  /** The same as the user set it, without the token of an earlier login. */
  public static ConnectorEnvironment set(
      Definition definition, Path folder, Map<String, String> process) {
    return named(definition.name(), folder, process);
  }

  /** The same of a connector of which nothing is known but its name. */
  public static ConnectorEnvironment named(
      String connector, Path folder, Map<String, String> process) {
    Map<String, String> all = new LinkedHashMap<>(DotEnv.read(folder));
    process.forEach(
        (name, value) -> {
          // A variable that is set to nothing says as little as one that is not set.
          if (!value.isBlank() || !all.containsKey(name)) {
            all.put(name, value);
          }
        });
    String prefix = Setting.variable(connector, "x").replaceFirst("X$", "");
    all.keySet().removeIf(name -> !name.startsWith(prefix));
    return new ConnectorEnvironment(connector, all);
  }

  /** The same with the token of an earlier login, where that is what the connector would use. */
  private ConnectorEnvironment loggedIn(Definition definition, UserTokens tokens) {
    String variable = definition.variable(TOKEN_STORE);
    if (variables.containsKey(variable)) {
      return this;
    }
    try {
      return TokenAccount.inUse(definition, variables, it -> Files.exists(file(tokens, it)))
          .map(it -> file(tokens, it))
          .filter(Files::exists)
          .map(file -> with(variable, file.toString()))
          .orElse(this);
    } catch (ApiException incomplete) {
      return this; // whoever runs the connector hears of it there
    }
  }

  private Path file(UserTokens tokens, TokenAccount account) {
    return tokens.file(connector, account.audience());
  }

  /** The same with one more variable, which outweighs what was there. */
  public ConnectorEnvironment with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(name, value);
    return new ConnectorEnvironment(connector, more);
  }

  @Override
  public String toString() {
    return "ConnectorEnvironment of " + connector + variables.keySet();
  }
}
