package dev.connector.runtime.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How access tokens of one OAuth 2 client are obtained: immutable, so each method returns a changed
 * copy.
 *
 * @param grant what is offered for an access token
 * @param endpoint where and how the token endpoint is called
 * @param client who asks
 * @param scopes what the token shall allow; empty for the default of the API
 * @param placement where requests carry the access token
 * @param store keeps the latest token
 * @param skew how long before its expiry a token is renewed
 * @param clock decides what has expired
 */
public record OAuth2(
    Grant grant,
    TokenEndpoint endpoint,
    OAuthClient client,
    List<String> scopes,
    Placement placement,
    TokenStore store,
    Duration skew,
    Clock clock) {

  /** What is offered for an access token. */
  public sealed interface Grant {

    /** The client's own credentials. */
    record ClientCredentials() implements Grant {}

    /**
     * A refresh token that a user's consent gave; empty where the store has one already.
     *
     * @see AuthorizationCode
     */
    record RefreshToken(Optional<String> initial) implements Grant {
      @Override
      public String toString() {
        return "RefreshToken[]";
      }
    }

    /** A user's name and password. */
    record Password(String username, String password) implements Grant {
      @Override
      public String toString() {
        return "Password[]";
      }
    }
  }

  public OAuth2 {
    scopes = List.copyOf(scopes);
    if (skew.isNegative()) {
      throw new IllegalArgumentException("the skew is not negative");
    }
  }

  /** Tokens for the client itself. */
  public static OAuth2 clientCredentials(String tokenUrl, OAuthClient client) {
    return of(new Grant.ClientCredentials(), tokenUrl, client);
  }

  /** Tokens for the user who gave consent. */
  public static OAuth2 refreshToken(String tokenUrl, OAuthClient client, String refreshToken) {
    return of(new Grant.RefreshToken(Optional.of(refreshToken)), tokenUrl, client);
  }

  /** Tokens for the user whose consent is in the store. */
  public static OAuth2 stored(String tokenUrl, OAuthClient client, TokenStore store) {
    return of(new Grant.RefreshToken(Optional.empty()), tokenUrl, client).store(store);
  }

  /** Tokens for a user whose name and password are known. */
  public static OAuth2 password(
      String tokenUrl, OAuthClient client, String username, String password) {
    return of(new Grant.Password(username, password), tokenUrl, client);
  }

  private static OAuth2 of(Grant grant, String tokenUrl, OAuthClient client) {
    return new OAuth2(
        grant,
        TokenEndpoint.at(tokenUrl),
        client,
        List.of(),
        Placement.bearer(),
        TokenStore.inMemory(),
        Duration.ofMinutes(1),
        Clock.systemUTC());
  }

  public OAuth2 endpoint(TokenEndpoint changed) {
    return new OAuth2(grant, changed, client, scopes, placement, store, skew, clock);
  }

  public OAuth2 scopes(String... wanted) {
    return new OAuth2(grant, endpoint, client, List.of(wanted), placement, store, skew, clock);
  }

  public OAuth2 placement(Placement changed) {
    return new OAuth2(grant, endpoint, client, scopes, changed, store, skew, clock);
  }

  public OAuth2 store(TokenStore changed) {
    return new OAuth2(grant, endpoint, client, scopes, placement, changed, skew, clock);
  }

  public OAuth2 skew(Duration changed) {
    return new OAuth2(grant, endpoint, client, scopes, placement, store, changed, clock);
  }

  public OAuth2 clock(Clock changed) {
    return new OAuth2(grant, endpoint, client, scopes, placement, store, skew, changed);
  }
}
