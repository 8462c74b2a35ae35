package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.RequestTemplate;
import dev.connector.spec.definition.TokenUse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Lets requests in that authenticate in one of the ways the definition has. */
record Gate(List<AuthenticationScheme> schemes, Filled settings, Tokens tokens) {

  Gate {
    schemes = List.copyOf(schemes);
    if (!schemes.isEmpty() && schemes.stream().noneMatch(Gate::canCheck)) {
      throw new IllegalArgumentException("none of the ways to authenticate can be checked");
    }
  }

  /** Whether the mock can find out if a request keeps this scheme. */
  static boolean canCheck(AuthenticationScheme scheme) {
    return scheme instanceof AuthenticationScheme.None
        || scheme instanceof AuthenticationScheme.ApiKey
        || scheme instanceof AuthenticationScheme.Bearer
        || scheme instanceof AuthenticationScheme.Basic
        || scheme instanceof AuthenticationScheme.OAuth2
        || scheme instanceof AuthenticationScheme.Session;
  }

  boolean admits(Incoming request) {
    return schemes.isEmpty() || schemes.stream().anyMatch(it -> admits(it, request));
  }

  /** The answer of a token endpoint or a login, where the request is to one. */
  Optional<Reply> token(Incoming request) {
    for (AuthenticationScheme scheme : schemes) {
      if (scheme instanceof AuthenticationScheme.OAuth2 oauth && isTokenRequest(oauth, request)) {
        return Optional.of(tokens.issue(oauth, request));
      }
      if (scheme instanceof AuthenticationScheme.Session session
          && at(request, login(session.login()))) {
        return Optional.of(
            keeps(session.login().payload(), request)
                ? tokens.logIn(session)
                : Reply.error(401, "wrong credentials"));
      }
    }
    return Optional.empty();
  }

  /** Whether a request is for a token, or a login. */
  boolean isToken(Incoming request) {
    return schemes.stream()
        .anyMatch(
            it ->
                it instanceof AuthenticationScheme.OAuth2 oauth
                    ? isTokenRequest(oauth, request)
                    : it instanceof AuthenticationScheme.Session session
                        && at(request, login(session.login())));
  }

  private boolean isTokenRequest(AuthenticationScheme.OAuth2 oauth, Incoming request) {
    return at(request, settings.text(oauth.endpoint().url()))
        || oauth.endpoint().refreshUrl().filter(it -> at(request, settings.text(it))).isPresent();
  }

  private String login(RequestTemplate login) {
    return settings.text(login.baseUrl().orElseThrow()) + settings.text(login.path());
  }

  private static boolean at(Incoming request, String url) {
    return request.seen().method().equals("POST")
        && HttpUrl.get(url).encodedPath().equals(request.seen().path());
  }

  private boolean keeps(Payload payload, Incoming request) {
    if (payload instanceof Payload.Json json) {
      return settings.agrees(json.body().value(), request.json());
    }
    return !(payload instanceof Payload.Form form)
        || form.fields().entrySet().stream()
            .allMatch(it -> settings.text(it.getValue()).equals(request.form().get(it.getKey())));
  }

  private boolean admits(AuthenticationScheme scheme, Incoming request) {
    if (scheme instanceof AuthenticationScheme.ApiKey key) {
      return request.at(key.placement()).equals(Optional.of(settings.text(key.value())));
    }
    if (scheme instanceof AuthenticationScheme.Bearer bearer) {
      return authorized(request, "Bearer " + settings.text(bearer.token()));
    }
    if (scheme instanceof AuthenticationScheme.Basic basic) {
      String pair = settings.text(basic.username()) + ":" + settings.text(basic.password());
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      return authorized(request, "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return bears(oauth.use(), request);
    }
    return scheme instanceof AuthenticationScheme.Session session
        ? bears(session.use(), request)
        : scheme instanceof AuthenticationScheme.None;
  }

  private boolean bears(TokenUse use, Incoming request) {
    String template = use.value().text();
    int begin = template.indexOf("{token}");
    String before = template.substring(0, begin);
    String after = template.substring(begin + "{token}".length());
    return request
        .at(use.placement())
        .filter(it -> it.startsWith(before) && it.endsWith(after))
        .map(it -> it.substring(before.length(), it.length() - after.length()))
        .filter(tokens::accepts)
        .isPresent();
  }

  private static boolean authorized(Incoming request, String expected) {
    return request.at(new Placement.Header("Authorization")).equals(Optional.of(expected));
  }
}
