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
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tokens that a token endpoint or a login gave out, until they expire. Thread-safe. */
final class Tokens {

  private final Map<String, Instant> access = new HashMap<>();
  private final Set<String> refresh = new HashSet<>();
  private final Set<String> spent = new HashSet<>();
  private final Consents consents = new Consents();
  private final Filled settings;
  private final MockOptions.TokenLife life;
  private int issued;

  Tokens(Filled settings, MockOptions.TokenLife life) {
    this.settings = settings;
    this.life = life;
  }

  Consents consents() {
    return consents;
  }

  synchronized boolean accepts(String token) {
    return Optional.ofNullable(access.get(token)).filter(Instant.now()::isBefore).isPresent();
  }

  /** From now on no access token that was given out is accepted; refresh tokens are. */
  synchronized void expire() {
    access.clear();
  }

  /** From now on no refresh token is accepted, neither one given out nor the user's own. */
  synchronized void revoke() {
    spent.addAll(settings.values().values());
    refresh.clear();
  }

  /** A refresh token as a user's consent gave it out. */
  synchronized String grant() {
    String token = "mock-refresh-" + ++issued;
    refresh.add(token);
    return token;
  }

  synchronized Reply issue(AuthenticationScheme.OAuth2 oauth, Incoming request) {
    TokenRequest asked = new TokenRequest(oauth, request, settings);
    if (!asked.isClient()) {
      return refused(401, "invalid_client");
    }
    String grant = asked.field("grant_type");
    if (grant.equals("refresh_token")) {
      return refreshes(oauth, asked.field("refresh_token"))
          ? answer(oauth)
          : refused(400, "invalid_grant");
    }
    if (grant.equals("authorization_code")
        && oauth.grant() instanceof OAuthGrant.AuthorizationCode) {
      return consents.redeem(asked) ? answer(oauth) : refused(400, "invalid_grant");
    }
    if (grant.equals("password") && oauth.grant() instanceof OAuthGrant.Password user) {
      return asked.isUser(user) ? answer(oauth) : refused(400, "invalid_grant");
    }
    boolean own =
        grant.equals("client_credentials") && oauth.grant() instanceof OAuthGrant.ClientCredentials;
    return own ? answer(oauth) : refused(400, "unsupported_grant_type");
  }

  synchronized Reply logIn(AuthenticationScheme.Session session) {
    String token = next(session.lifetime().orElse(life.lifetime()));
    if (session.token() instanceof Source.Header header) {
      return Reply.empty(200).header(header.name(), token);
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    JsonPointer at = ((Source.Body) session.token()).pointer();
    Pointers.set(answer, at, TextNode.valueOf(token));
    return Reply.json(200, answer);
  }

  private boolean refreshes(AuthenticationScheme.OAuth2 oauth, String presented) {
    boolean own =
        oauth.grant() instanceof OAuthGrant.RefreshToken it
            && settings.text(it.refreshToken()).equals(presented);
    if (presented.isEmpty() || spent.contains(presented) || !(own || refresh.contains(presented))) {
      return false;
    }
    if (life.rotating()) {
      spent.add(presented);
      refresh.remove(presented);
    }
    return true;
  }

  private Reply answer(AuthenticationScheme.OAuth2 oauth) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var places = oauth.endpoint().answer();
    Duration lifetime = life.lifetime();
    Pointers.set(answer, places.accessToken(), TextNode.valueOf(next(lifetime)));
    Pointers.set(
        answer, places.expiresIn(), JsonNodeFactory.instance.numberNode(lifetime.toSeconds()));
    answer.put("token_type", "bearer");
    if (!(oauth.grant() instanceof OAuthGrant.ClientCredentials)) {
      answer.put("refresh_token", grant());
    }
    return Reply.json(200, answer);
  }

  private String next(Duration lifetime) {
    Instant now = Instant.now();
    access.values().removeIf(now::isAfter);
    String token = "mock-access-" + ++issued;
    access.put(token, now.plus(lifetime));
    return token;
  }

  private static Reply refused(int status, String code) {
    return Reply.json(status, JsonNodeFactory.instance.objectNode().put("error", code));
  }

  /** What a request to a token endpoint says. */
  record TokenRequest(AuthenticationScheme.OAuth2 oauth, Incoming request, Filled settings) {

    /** Whether it comes with the client's own credentials, in the declared place. */
    boolean isClient() {
      String id = settings.text(oauth.client().id());
      String secret = oauth.client().secret().map(settings::text).orElse("");
      if (oauth.client().authentication()
          == dev.connector.spec.definition.OAuthClient.ClientAuthentication.BASIC) {
        byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(pair))
            .equals(request.seen().headers().get("Authorization"));
      }
      return field("client_id").equals(id) && field("client_secret").equals(secret);
    }

    /** Whether it comes with the user's name and password. */
    boolean isUser(OAuthGrant.Password user) {
      return field("username").equals(settings.text(user.username()))
          && field("password").equals(settings.text(user.password()));
    }

    String field(String name) {
      return oauth.endpoint().request() == RequestFormat.JSON
          ? request.json().path(name).asText()
          : request.form().getOrDefault(name, "");
    }
  }
}
