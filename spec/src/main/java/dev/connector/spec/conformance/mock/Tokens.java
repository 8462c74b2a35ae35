package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.spec.conformance.mock.exchange.Pointers;
import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.OAuthGrant;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.TokenEndpoint.RequestFormat;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The tokens that a token endpoint or a login gave out; each refresh token is good once. */
final class Tokens {

  private static final int LIFETIME_SECONDS = 3600;

  private final Set<String> access = new HashSet<>();
  private final Set<String> refresh = new HashSet<>();
  private final Filled settings;
  private int issued;

  Tokens(Filled settings) {
    this.settings = settings;
  }

  synchronized boolean accepts(String token) {
    return access.contains(token);
  }

  /** From now on no token that was given out is accepted; refresh tokens are. */
  synchronized void expire() {
    access.clear();
  }

  synchronized Reply issue(AuthenticationScheme.OAuth2 oauth, Incoming request) {
    if (!isClient(oauth, request)) {
      return refused(401, "invalid_client");
    }
    String grant = field(oauth, request, "grant_type");
    String presented = field(oauth, request, "refresh_token");
    if (grant.equals("refresh_token")) {
      boolean first =
          oauth.grant() instanceof OAuthGrant.RefreshToken it
              && settings.text(it.refreshToken()).equals(presented);
      if (!first && !refresh.remove(presented)) {
        return refused(400, "invalid_grant");
      }
    } else if (!(grant.equals("client_credentials")
        && oauth.grant() instanceof OAuthGrant.ClientCredentials)) {
      return refused(400, "unsupported_grant_type");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    Pointers.set(answer, oauth.endpoint().answer().accessToken(), TextNode.valueOf(next()));
    Pointers.set(
        answer,
        oauth.endpoint().answer().expiresIn(),
        JsonNodeFactory.instance.numberNode(LIFETIME_SECONDS));
    answer.put("token_type", "bearer");
    if (!(oauth.grant() instanceof OAuthGrant.ClientCredentials)) {
      String rotated = "mock-refresh-" + issued;
      refresh.add(rotated);
      answer.put("refresh_token", rotated);
    }
    return Reply.json(200, answer);
  }

  synchronized Reply logIn(AuthenticationScheme.Session session) {
    if (session.token() instanceof Source.Header header) {
      return Reply.empty(200).header(header.name(), next());
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    JsonPointer at = ((Source.Body) session.token()).pointer();
    Pointers.set(answer, at, TextNode.valueOf(next()));
    return Reply.json(200, answer);
  }

  private String next() {
    String token = "mock-access-" + ++issued;
    access.add(token);
    return token;
  }

  private boolean isClient(AuthenticationScheme.OAuth2 oauth, Incoming request) {
    String id = settings.text(oauth.client().id());
    Optional<String> secret = oauth.client().secret().map(settings::text);
    String basic =
        Base64.getEncoder()
            .encodeToString((id + ":" + secret.orElse("")).getBytes(StandardCharsets.UTF_8));
    if (("Basic " + basic).equals(request.seen().headers().get("Authorization"))) {
      return true;
    }
    return field(oauth, request, "client_id").equals(id)
        && field(oauth, request, "client_secret").equals(secret.orElse(""));
  }

  private static String field(AuthenticationScheme.OAuth2 oauth, Incoming request, String name) {
    return oauth.endpoint().request() == RequestFormat.JSON
        ? request.json().path(name).asText()
        : request.form().getOrDefault(name, "");
  }

  private static Reply refused(int status, String code) {
    return Reply.json(status, JsonNodeFactory.instance.objectNode().put("error", code));
  }
}
