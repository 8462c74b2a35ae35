package dev.connector.scaffold.openapi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file of a description.
 *
 * @param name as seen from the first file, which has an empty one: {@code schemas/user.yaml}; an
 *     address where it was fetched from elsewhere
 * @param sha256 of its bytes, in hexadecimal
 */
public record FileRead(String name, String sha256) {

  static FileRead of(String name, byte[] bytes) {
    return new FileRead(name, sha256(bytes));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
