package dev.connector.runtime;

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
}
