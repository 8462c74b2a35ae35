package dev.connector.spec.conformance.mock;

import dev.connector.spec.definition.Signing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the signatures that a definition declares, with nothing of what connectors make or check
 * theirs with: what both had wrong would look right.
 */
record Signer(Signing signing) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

  /** Whether this can make such signatures: keyed hashes, as private keys are not at hand. */
  static boolean canMake(Signing signing) {
    return algorithm(signing).isPresent();
  }

  /**
   * The signature over a template.
   *
   * @param values of its placeholders; what has none is left out
   */
  String sign(String key, String template, Map<String, String> values) {
    String name = algorithm(signing).orElseThrow();
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), name));
      return written(mac.doFinal(fill(template, values).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + name, impossible);
    }
  }

  private static String fill(String template, Map<String, String> values) {
    Matcher holes = PLACEHOLDER.matcher(template);
    return holes.replaceAll(it -> Matcher.quoteReplacement(values.getOrDefault(it.group(1), "")));
  }

  private String written(byte[] bytes) {
    switch (signing.encoding()) {
      case HEX:
        return HexFormat.of().formatHex(bytes);
      case BASE64:
        return Base64.getEncoder().encodeToString(bytes);
      default:
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }

  private static Optional<String> algorithm(Signing signing) {
    switch (signing.algorithm()) {
      case HMAC_SHA1:
        return Optional.of("HmacSHA1");
      case HMAC_SHA256:
        return Optional.of("HmacSHA256");
      case HMAC_SHA512:
        return Optional.of("HmacSHA512");
      default:
        return Optional.empty();
    }
  }
}
