package dev.connector.spec.definition;

import java.util.Map;
import java.util.Objects;

/** What an OAuth 2 client shows to get an access token. */
public sealed interface OAuthGrant {

  /** Its own credentials. */
  record ClientCredentials() implements OAuthGrant {}

  /** A refresh token that the user brings. */
  record RefreshToken(Template refreshToken) implements OAuthGrant {
    public RefreshToken {
      Objects.requireNonNull(refreshToken);
    }
  }

  /**
   * A person's consent in a browser, once; then a refresh token that is kept.
   *
   * @param authorizationUrl where the person is sent
   * @param parameters added to that URL
   * @param pkce whether the exchange is bound to the client that began it
   */
  record AuthorizationCode(
      Template authorizationUrl, Map<String, Template> parameters, boolean pkce)
      implements OAuthGrant {
    public AuthorizationCode {
      Objects.requireNonNull(authorizationUrl);
      parameters = Ordered.copy(parameters);
    }
  }

  /** A user's name and password. */
  record Password(Template username, Template password) implements OAuthGrant {
    public Password {
      Objects.requireNonNull(username);
      Objects.requireNonNull(password);
    }
  }

  /** A token the client signs itself (RFC 7523). */
  record JwtBearer(Assertion assertion) implements OAuthGrant {
    public JwtBearer {
      Objects.requireNonNull(assertion);
    }
  }
}
