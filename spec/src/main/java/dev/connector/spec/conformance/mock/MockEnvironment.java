package dev.connector.spec.conformance.mock;

import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.Webhooks;
import dev.connector.spec.engine.Credentials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * What a connector has to be told to talk to a mock API in place of the real one.
 *
 * @param server the root of the mock API
 */
public record MockEnvironment(Definition definition, Filled settings, HttpUrl server) {

  /** What stands in for the definition's base URL, without a slash at the end. */
  String baseUrl() {
    String path = path(settings, definition.endpoint().baseUrl());
    return server.toString().replaceFirst("/$", "") + path;
  }

  /** The path of a base URL, without a slash at the end. */
  static String path(Filled settings, Template baseUrl) {
    return HttpUrl.get(settings.text(baseUrl)).encodedPath().replaceFirst("/$", "");
  }

  /** The variables of a connector that authenticates in one of the definition's ways. */
  Map<String, String> variables(int scheme) {
    Map<String, String> variables = credentials(definition, settings, scheme);
    variables.put(definition.variable("baseUrl"), baseUrl());
    variables.put(definition.variable("allowLoopback"), "true");
    variables.put(
        definition.variable("origins"),
        origins(definition, settings).stream()
            .map(it -> it + "=" + server)
            .collect(Collectors.joining(",")));
    return variables;
  }

  /**
   * The variables without which a connector cannot work, and those of one of its ways to
   * authenticate.
   */
  public static Map<String, String> credentials(
      Definition definition, Filled settings, int scheme) {
    List<AuthenticationScheme> schemes = definition.authentication();
    Set<String> others = new LinkedHashSet<>();
    schemes.forEach(it -> others.addAll(Credentials.of(it)));
    Set<String> own = new LinkedHashSet<>();
    if (!schemes.isEmpty()) {
      own.addAll(Credentials.of(schemes.get(scheme)));
    }
    own.addAll(webhookKey(definition));
    Map<String, String> variables = new LinkedHashMap<>();
    definition
        .settings()
        .forEach(
            (name, it) -> {
              if (own.contains(name) || (it.required() && !others.contains(name))) {
                variables.put(definition.variable(name), settings.values().get(name));
              }
            });
    return variables;
  }

  private static Set<String> webhookKey(Definition definition) {
    Webhooks.Verification verification =
        definition.webhooks().map(Webhooks::verification).orElseGet(Webhooks.Unsigned::new);
    if (verification instanceof Webhooks.SharedSecret secret) {
      return secret.value().placeholders();
    }
    return verification instanceof Webhooks.Signature signature
        ? signature.key().placeholders()
        : Set.of();
  }

  /** The other origins of the definition, such as that of tokens. */
  public static List<String> origins(Definition definition, Filled settings) {
    List<Template> urls = new ArrayList<>();
    for (AuthenticationScheme scheme : definition.authentication()) {
      if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
        urls.add(oauth.endpoint().url());
        oauth.endpoint().refreshUrl().ifPresent(urls::add);
        if (oauth.grant() instanceof OAuthGrant.AuthorizationCode code) {
          urls.add(code.authorizationUrl());
        }
      }
      if (scheme instanceof AuthenticationScheme.Session session) {
        session.login().baseUrl().ifPresent(urls::add);
      }
    }
    definition.resources().values().stream()
        .flatMap(it -> it.operations().values().stream())
        .flatMap(it -> it.request().baseUrl().stream())
        .forEach(urls::add);
    return urls.stream()
        .map(it -> HttpUrl.get(settings.text(it)).resolve("/").toString())
        .distinct()
        .toList();
  }
}
