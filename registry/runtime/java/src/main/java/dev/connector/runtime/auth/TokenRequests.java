package dev.connector.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Patience;
import dev.connector.runtime.message.Response;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Asks an OAuth 2 token endpoint in the way it wants to be asked, and reads what it answers. */
final class TokenRequests {
  private static final Set<String> SECRET_FIELDS =
      Set.of("refresh_token", "code", "code_verifier", "password", "assertion", "client_assertion");

  /** Some servers give the largest number there is, which no calendar holds. */
  private static final long FOR_EVER = Duration.ofDays(36_500).toSeconds();

  private final OAuth2 settings;
  private final KnownSecrets secrets;
  private final TokenHttp http;

  TokenRequests(OAuth2 settings, KnownSecrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
    this.http = new TokenHttp(settings.endpoint().deadline(), secrets);
    secrets.keep(settings.client().secret());
  }

  /** Sends the fields of a grant; the client identifies itself. */
  Token send(HttpUrl url, Map<String, String> grant, Patience patience) {
    Map<String, String> fields = new LinkedHashMap<>(grant);
    fields.putAll(settings.endpoint().extra());
    fields.forEach(this::rememberSecret);
    okhttp3.Request.Builder request =
        new okhttp3.Request.Builder().url(url).header("Accept", "application/json");
    identify(request, fields);
    Instant asked = settings.clock().instant();
    Response answer = http.send(request.post(body(fields)).build(), patience);
    Token token = read(url, answer.body(), asked);
    remember(token);
    return token;
  }

  /** Sees to it that the token is never shown. */
  void remember(Token token) {
    secrets.add(token);
  }

  private void rememberSecret(String field, String value) {
    if (SECRET_FIELDS.contains(field)) {
      secrets.add(value);
    }
  }

  private void identify(okhttp3.Request.Builder request, Map<String, String> fields) {
    OAuthClient client = settings.client();
    if (client.identification() == OAuthClient.Identification.BASIC) {
      // RFC 6749, section 2.3.1: both are form-encoded before they are joined.
      String basic = Credentials.basic(encoded(client.id()), encoded(client.secret()));
      secrets.keep(basic.substring("Basic ".length()));
      request.header("Authorization", basic);
      return;
    }
    fields.put("client_id", client.id());
    if (!client.secret().isEmpty()) {
      fields.put("client_secret", client.secret());
    }
  }

  private RequestBody body(Map<String, String> fields) {
    if (settings.endpoint().format() == TokenEndpoint.Format.JSON) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      fields.forEach(json::put);
      return RequestBody.create(json.toString(), MediaType.get("application/json"));
    }
    FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
    fields.forEach(form::add);
    return form.build();
  }

  private Token read(HttpUrl url, JsonNode answer, Instant asked) {
    String accessToken = answer.path("access_token").asText();
    if (accessToken.isBlank()) {
      throw http.failed(url.host(), answer); // some APIs say so with status 200
    }
    Optional<String> refreshToken =
        Optional.of(answer.path("refresh_token").asText()).filter(value -> !value.isBlank());
    return new Token(accessToken, refreshToken, lifetime(answer).map(asked::plusSeconds));
  }

  /** Seconds as a number or as text; empty where the server does not say, or says "for ever". */
  private static Optional<Long> lifetime(JsonNode answer) {
    try {
      long seconds = new BigDecimal(answer.path("expires_in").asText().strip()).longValue();
      return seconds > 0 && seconds < FOR_EVER ? Optional.of(seconds) : Optional.empty();
    } catch (NumberFormatException untold) {
      return Optional.empty();
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
