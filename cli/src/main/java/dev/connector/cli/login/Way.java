package dev.connector.cli.login;

import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Setting;
import dev.connector.spec.engine.Credentials;
import dev.connector.spec.engine.TokenAccount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One way to authenticate that a definition offers, and what the user has of it.
 *
 * @param variables those of the connector
 */
public record Way(
    Definition definition, AuthenticationScheme scheme, Map<String, String> variables) {

  public Way {
    Objects.requireNonNull(definition);
    Objects.requireNonNull(scheme);
    variables = Map.copyOf(variables);
  }

  /** All ways of a definition, in its order of preference. */
  public static List<Way> of(Definition definition, Map<String, String> variables) {
    return definition.authentication().stream()
        .map(scheme -> new Way(definition, scheme, variables))
        .toList();
  }

  /** As the definition calls it: the grant where it is OAuth 2, else the type. */
  public String name() {
    String name =
        scheme instanceof AuthenticationScheme.OAuth2 oauth
            ? oauth.grant().getClass().getSimpleName()
            : scheme.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** The settings it needs. */
  public List<String> settings() {
    return List.copyOf(Credentials.of(scheme));
  }

  /** Those of them that have no value. */
  public List<String> missing() {
    return settings().stream().filter(name -> !present(name)).toList();
  }

  /** Whether nothing is missing but a refresh token, which a person can give by hand. */
  public boolean lacksOnlyGivenToken() {
    Set<String> given = Credentials.givenToken(scheme);
    return !given.isEmpty() && given.containsAll(missing());
  }

  private boolean present(String name) {
    Setting declared = definition.settings().get(name);
    return !variables.getOrDefault(definition.variable(name), "").isBlank()
        || (declared != null && declared.defaultValue().isPresent());
  }

  /** Whether it obtains tokens, which can be kept. */
  public boolean obtainsTokens() {
    return TokenAccount.obtainedBy(scheme);
  }

  /** Whether a person is asked in a browser. */
  public boolean asksForConsent() {
    return scheme instanceof AuthenticationScheme.OAuth2 oauth
        && oauth.grant() instanceof OAuthGrant.AuthorizationCode;
  }

  /** What is asked for, where it is OAuth 2. */
  public List<String> scopes() {
    return scheme instanceof AuthenticationScheme.OAuth2 oauth
        ? oauth.client().scopes()
        : List.of();
  }

  /** The same with one more variable, such as one that was typed. */
  public Way with(String variable, String value) {
    var more = new java.util.HashMap<>(variables);
    more.put(variable, value);
    return new Way(definition, scheme, more);
  }

  /** Its account; sends nothing. */
  public TokenAccount account() {
    return TokenAccount.of(definition, scheme, variables);
  }

  @Override
  public String toString() {
    return "Way[" + definition.name() + ", " + name() + "]"; // the variables hold secrets
  }
}
