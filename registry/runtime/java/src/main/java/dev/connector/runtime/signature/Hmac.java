package dev.connector.runtime.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed digest and the way it is written down. */
public record Hmac(Algorithm algorithm, Encoding encoding) {

  /** The digest functions in use; SHA-1 is for APIs that offer nothing better. */
  public enum Algorithm {
    SHA1("HmacSHA1"),
    SHA256("HmacSHA256"),
    SHA512("HmacSHA512");

    private final String name;

    Algorithm(String name) {
      this.name = name;
    }
  }

  /** How the bytes of the digest become text. */
  public enum Encoding {
    HEX,
    BASE64
  }

  /** HMAC-SHA256, written as lower-case hexadecimal digits. */
  public static Hmac sha256Hex() {
    return new Hmac(Algorithm.SHA256, Encoding.HEX);
  }

  /** HMAC-SHA256, written as Base64. */
  public static Hmac sha256Base64() {
    return new Hmac(Algorithm.SHA256, Encoding.BASE64);
  }

  /** The signature of {@code message} under {@code secret}. */
  public String sign(String secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm.name);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm.name));
      byte[] digest = mac.doFinal(message);
      return encoding == Encoding.HEX
          ? HexFormat.of().formatHex(digest)
          : Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + algorithm.name, missing);
    }
  }

  /** A signature that came from elsewhere, as this would have written it. */
  byte[] canonical(String signature) {
    String written = encoding == Encoding.HEX ? signature.toLowerCase(Locale.ROOT) : signature;
    return written.getBytes(StandardCharsets.UTF_8);
  }
}
