package dev.connector.runtime.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * Reads the IETF {@code RateLimit} header in both syntaxes of its drafts: {@code limit=100,
 * remaining=50, reset=30}, and {@code "default";r=50;t=30} with {@code RateLimit-Policy:
 * "default";q=100;w=60}, which gives the window where the first leaves the time out.
 */
final class StructuredRateLimit {

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");

  private StructuredRateLimit() {}

  static Optional<Quota> read(Headers headers) {
    String text = String.join(",", headers.values("RateLimit"));
    if (text.toLowerCase(Locale.ROOT).contains("remaining=")) {
      Map<String, String> fields = fields(COMMA.split(text));
      return quota(fields.get("remaining"), fields.get("reset"));
    }
    Map<String, String> windows = windows(headers);
    Optional<Quota> tightest = Optional.empty();
    for (String item : COMMA.split(text)) {
      String[] parts = SEMICOLON.split(item);
      Map<String, String> fields = fields(parts);
      Optional<Quota> quota =
          quota(fields.get("r"), fields.getOrDefault("t", windows.get(parts[0])));
      tightest =
          tightest.flatMap(known -> quota.map(next -> Quota.tighter(known, next))).or(() -> quota);
    }
    return tightest;
  }

  private static Map<String, String> windows(Headers headers) {
    Map<String, String> windows = new HashMap<>();
    for (String item : COMMA.split(String.join(",", headers.values("RateLimit-Policy")))) {
      String[] parts = SEMICOLON.split(item);
      windows.put(parts[0], fields(parts).get("w"));
    }
    return windows;
  }

  private static Map<String, String> fields(String[] parts) {
    Map<String, String> fields = new HashMap<>();
    for (String part : parts) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        fields.put(
            part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            part.substring(equals + 1).strip());
      }
    }
    return fields;
  }

  private static Optional<Quota> quota(String remaining, String reset) {
    if (remaining == null || reset == null) {
      return Optional.empty();
    }
    OptionalLong count = Quota.number(remaining);
    OptionalLong seconds = Quota.number(reset);
    return count.isPresent() && seconds.isPresent()
        ? Optional.of(new Quota(count.getAsLong(), Duration.ofSeconds(seconds.getAsLong())))
        : Optional.empty();
  }
}
