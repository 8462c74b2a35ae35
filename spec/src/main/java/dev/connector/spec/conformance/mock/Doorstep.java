package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.RequestTemplate;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Where credentials are given out: token endpoints, logins, and pages that ask for consent. */
record Doorstep(List<AuthenticationScheme> schemes, Filled settings, Tokens tokens) {

  /** The ways of a definition; a login that names no other place is at the API's own. */
  static List<AuthenticationScheme> schemes(Definition definition) {
    return definition.authentication().stream()
        .map(
            it ->
                it instanceof AuthenticationScheme.Session session
                    ? new AuthenticationScheme.Session(
                        session.login().at(definition.endpoint().baseUrl()),
                        session.token(),
                        session.lifetime(),
                        session.use())
                    : it)
        .toList();
  }

  Doorstep {
    schemes = List.copyOf(schemes);
  }

  /** The answer to a request that is about credentials. */
  Optional<Reply> answer(Incoming request) {
    for (AuthenticationScheme scheme : schemes) {
      if (asksConsent(scheme, request)) {
        AuthenticationScheme.OAuth2 oauth = (AuthenticationScheme.OAuth2) scheme;
        return Optional.of(tokens.consents().ask(oauth, request, settings));
      }
      if (isToken(scheme, request)) {
        return Optional.of(
            scheme instanceof AuthenticationScheme.OAuth2 oauth
                ? tokens.issue(oauth, request)
                : logIn((AuthenticationScheme.Session) scheme, request));
      }
    }
    return Optional.empty();
  }

  /** What a request is for, as {@link SeenRequest} names it, where it is about credentials. */
  Optional<String> operation(Incoming request) {
    if (schemes.stream().anyMatch(it -> asksConsent(it, request))) {
      return Optional.of(SeenRequest.AUTHORIZE);
    }
    return schemes.stream().anyMatch(it -> isToken(it, request))
        ? Optional.of(SeenRequest.TOKEN)
        : Optional.empty();
  }

  private Reply logIn(AuthenticationScheme.Session session, Incoming request) {
    return keeps(session.login().payload(), request)
        ? tokens.logIn(session)
        : Reply.error(401, "wrong credentials");
  }

  private boolean asksConsent(AuthenticationScheme scheme, Incoming request) {
    return scheme instanceof AuthenticationScheme.OAuth2 oauth
        && oauth.grant() instanceof OAuthGrant.AuthorizationCode code
        && at(request, "GET", settings.text(code.authorizationUrl()));
  }

  private boolean isToken(AuthenticationScheme scheme, Incoming request) {
    if (scheme instanceof AuthenticationScheme.OAuth2 oauth) {
      return at(request, "POST", settings.text(oauth.endpoint().url()))
          || oauth
              .endpoint()
              .refreshUrl()
              .filter(it -> at(request, "POST", settings.text(it)))
              .isPresent();
    }
    return scheme instanceof AuthenticationScheme.Session session
        && at(request, session.login().method(), url(session.login()));
  }

  private String url(RequestTemplate login) {
    return settings.text(login.baseUrl().orElseThrow()) + settings.text(login.path());
  }

  private static boolean at(Incoming request, String method, String url) {
    return request.seen().method().equals(method)
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
}
