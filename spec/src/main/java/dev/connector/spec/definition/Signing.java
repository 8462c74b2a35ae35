package dev.connector.spec.definition;

import java.util.Objects;

/** How a signature is made and written. */
public record Signing(Algorithm algorithm, Encoding encoding) {

  public Signing {
    Objects.requireNonNull(algorithm);
    Objects.requireNonNull(encoding);
  }

  /** How a signature is computed. */
  public enum Algorithm {
    /** Keyed hash with SHA-1. */
    HMAC_SHA1,
    /** Keyed hash with SHA-256. */
    HMAC_SHA256,
    /** Keyed hash with SHA-512. */
    HMAC_SHA512,
    /** RSA signature with SHA-256. */
    RSA_SHA256,
    /** Elliptic-curve signature with SHA-256. */
    ECDSA_SHA256,
    /** Edwards-curve signature. */
    ED25519
  }

  /** How a signature is written as text. */
  public enum Encoding {
    /** Lower-case hexadecimal. */
    HEX,
    /** Base64 with padding. */
    BASE64,
    /** Base64 with {@code -} and {@code _}, without padding. */
    BASE64URL
  }
}
