package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Short names for JSON trees: equal trees have equal names, and others practically never do. */
final class Digest {
  private static final int BYTES = 15; // 20 characters of Base64, without padding

  private Digest() {}

  static String of(Iterable<JsonNode> trees) {
    MessageDigest digest = sha256();
    for (JsonNode tree : trees) {
      digest.update(tree.toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest.digest(), BYTES));
  }

  static String of(JsonNode tree) {
    return of(List.of(tree));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
