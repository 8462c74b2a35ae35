package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * Puts a credential on requests. Implementations are safe for concurrent use; they are asked once
 * per attempt, and only for requests to the origin the credential belongs to.
 */
public interface Authentication {

  /**
   * Returns the request with the credential on it.
   *
   * @throws ApiException with {@link ErrorCode#AUTH_FAILED} where no credential can be had
   */
  okhttp3.Request authorize(okhttp3.Request request);

  /**
   * Told that {@code rejected}, as it was sent, was answered 401. Returns whether a fresh
   * credential is at hand, so that one more attempt makes sense.
   */
  default boolean refresh(okhttp3.Request rejected) {
    return false;
  }

  /** Values that must never appear in a message, a log or an event. */
  default Set<String> secrets() {
    return Set.of();
  }

  /** No credential at all. */
  static Authentication none() {
    return request -> request;
  }

  /** A key in a header, query parameter or cookie of the API's choice. */
  static Authentication apiKey(Placement placement, String key) {
    return new PlacedCredential(placement, key, Set.of(key));
  }

  /** A token that somebody issued, as {@code Authorization: Bearer ...}. */
  static Authentication bearer(String token) {
    return apiKey(Placement.bearer(), token);
  }

  /** User and password; some APIs want a key as the user and no password. */
  static Authentication basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    String credential = Base64.getEncoder().encodeToString(pair);
    Set<String> secrets =
        password.isEmpty() ? Set.of(user, credential) : Set.of(password, credential);
    return new PlacedCredential(Placement.header("Authorization", "Basic"), credential, secrets);
  }

  /** OAuth 2: access tokens are bought at a token endpoint and renewed before they expire. */
  static Authentication oauth2(OAuth2 settings) {
    return TokenAuthentication.of(settings);
  }

  /** A login gives a token that is used until it expires or is refused. */
  static Authentication session(SessionLogin login) {
    return TokenAuthentication.of(login);
  }

  /** Each request is signed with a shared secret. */
  static Authentication signature(RequestSignature signature) {
    return signature;
  }
}
