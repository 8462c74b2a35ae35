package dev.connector.spec.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who asks for an access token, and for what.
 *
 * @param secret absent for public clients
 * @param scopes asked for, separated by {@code scopeSeparator}
 */
public record OAuthClient(
    Template id,
    Optional<Template> secret,
    ClientAuthentication authentication,
    List<String> scopes,
    String scopeSeparator) {

  public OAuthClient {
    Objects.requireNonNull(id);
    Objects.requireNonNull(secret);
    Objects.requireNonNull(authentication);
    scopes = List.copyOf(scopes);
    Objects.requireNonNull(scopeSeparator);
    InvalidDefinitionException.unless(
        secret.isPresent() || authentication != ClientAuthentication.BASIC,
        "HTTP Basic at the token endpoint needs a client secret",
        "add \"clientSecret\", or make \"clientAuthentication\" body");
  }

  /** How the client's own credentials reach the token endpoint. */
  public enum ClientAuthentication {
    /** As fields of the request. */
    BODY,
    /** As HTTP Basic. */
    BASIC
  }
}
