package dev.connector.spec.definition;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON Web Token that the connector signs.
 *
 * @param key private key in PEM, or the secret of an HMAC
 * @param keyId put into the header
 * @param claims issuer ({@code iss}), audience and the like; times are added
 * @param lifetime from issue to expiry
 */
public record Assertion(
    Algorithm algorithm,
    Template key,
    Optional<Template> keyId,
    Map<String, Template> claims,
    Duration lifetime) {

  public Assertion {
    Objects.requireNonNull(algorithm);
    Objects.requireNonNull(key);
    Objects.requireNonNull(keyId);
    claims = Ordered.copy(claims);
    Objects.requireNonNull(lifetime);
  }

  /** Signature algorithms of RFC 7518. */
  public enum Algorithm {
    /** HMAC with SHA-256. */
    HS256,
    /** RSA with SHA-256. */
    RS256,
    /** Elliptic curve P-256 with SHA-256. */
    ES256
  }
}
