package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Copies;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Patience;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Obtains a user's consent: {@link #begin} gives the URL for the browser, and {@link #exchange}
 * turns the code that comes back into the first token and keeps it in the store of {@code oauth}.
 *
 * @param oauth the client, its token endpoint and its store
 * @param authorizationUrl where the user is asked
 * @param redirectUri where the code is sent to; registered with the API
 * @param pkce whether the code is bound to this client by a proof key (RFC 7636); off only for APIs
 *     that refuse it
 * @param extra parameters of the authorization URL, such as {@code access_type}
 */
public record AuthorizationCode(
    OAuth2 oauth,
    HttpUrl authorizationUrl,
    String redirectUri,
    boolean pkce,
    Map<String, String> extra) {

  /**
   * A consent that was asked for; its string form shows no secret.
   *
   * @param url where to send the browser
   * @param state comes back with the code, and shows that the answer belongs to this question
   * @param verifier the proof key; empty without PKCE
   */
  public record Consent(HttpUrl url, String state, String verifier) {
    @Override
    public String toString() {
      return "Consent[" + url.host() + "]";
    }
  }

  public AuthorizationCode {
    extra = Copies.of(extra);
  }

  /** With PKCE and without extra parameters. */
  public static AuthorizationCode of(OAuth2 oauth, String authorizationUrl, String redirectUri) {
    return new AuthorizationCode(
        oauth, TokenEndpoint.parse(authorizationUrl), redirectUri, true, Map.of());
  }

  public AuthorizationCode withoutPkce() {
    return new AuthorizationCode(oauth, authorizationUrl, redirectUri, false, extra);
  }

  public AuthorizationCode extra(String name, String value) {
    return new AuthorizationCode(
        oauth, authorizationUrl, redirectUri, pkce, Copies.with(extra, name, value));
  }

  /** Makes up a state and a proof key, and the URL that asks the user. */
  public Consent begin() {
    String state = random();
    String verifier = pkce ? random() : "";
    HttpUrl.Builder url = authorizationUrl.newBuilder();
    extra.forEach(url::setQueryParameter); // first, so that none of what follows is replaced
    url.setQueryParameter("response_type", "code")
        .setQueryParameter("client_id", oauth.client().id())
        .setQueryParameter("redirect_uri", redirectUri)
        .setQueryParameter("state", state);
    if (!oauth.scopes().isEmpty()) {
      url.setQueryParameter("scope", String.join(" ", oauth.scopes()));
    }
    if (pkce) {
      url.setQueryParameter("code_challenge", challenge(verifier));
      url.setQueryParameter("code_challenge_method", "S256");
    }
    return new Consent(url.build(), state, verifier);
  }

  /**
   * Exchanges the code for a token.
   *
   * @param asked what {@link #begin} gave
   * @param answer the URL that the browser was sent back to
   * @throws ApiException with {@link ErrorCode#AUTH_FAILED} where the user refused, the answer
   *     belongs to another question, or the API does not accept the code
   */
  public Token exchange(Consent asked, HttpUrl answer) {
    return exchange(asked, answer, Patience.endless());
  }

  /** The same for somebody who does not wait for ever. */
  public Token exchange(Consent asked, HttpUrl answer, Patience patience) {
    String state = Optional.ofNullable(answer.queryParameter("state")).orElse("");
    if (!MessageDigest.isEqual(bytes(state), bytes(asked.state()))) {
      throw new ApiException(
          ErrorCode.AUTH_FAILED, "the answer belongs to another request for consent");
    }
    String code =
        Optional.ofNullable(answer.queryParameter("code"))
            .orElseThrow(
                () -> new ApiException(ErrorCode.AUTH_FAILED, "consent was refused" + why(answer)));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", redirectUri);
    if (pkce) {
      fields.put("code_verifier", asked.verifier());
    }
    Token token =
        new TokenRequests(oauth, new KnownSecrets()).send(oauth.endpoint().url(), fields, patience);
    return oauth
        .store()
        .exclusively(
            () -> {
              oauth.store().save(token);
              return token;
            },
            patience);
  }

  private static String why(HttpUrl answer) {
    String error = Optional.ofNullable(answer.queryParameter("error")).orElse("");
    return error.matches("[a-z_]{1,40}") ? ": " + error : "";
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(verifier));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
