package dev.connector.runtime.auth;

import java.time.Instant;
import java.util.Optional;

/**
 * An access token and what is known about renewing it; its string form shows no secret.
 *
 * @param accessToken the credential itself
 * @param refreshToken what the next access token is bought with, where there is such a thing
 * @param expiresAt when the access token stops working, where the API says so
 */
public record Token(
    String accessToken, Optional<String> refreshToken, Optional<Instant> expiresAt) {

  public Token {
    if (accessToken.isBlank()) {
      throw new IllegalArgumentException("an access token is not blank");
    }
  }

  /** A token that never expires by itself and cannot be renewed. */
  public static Token of(String accessToken) {
    return new Token(accessToken, Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return "Token[expiresAt=" + expiresAt.map(Instant::toString).orElse("unknown") + "]";
  }
}
