package dev.connector.runtime.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The secrets one credential has had lately, old ones included, because an answer may still name a
 * token that was replaced. Bounded: the oldest are forgotten first.
 */
final class KnownSecrets {
  private static final int CAPACITY = 100;

  private final Set<String> values = new LinkedHashSet<>();

  synchronized void add(String secret) {
    if (secret.isBlank()) {
      return;
    }
    values.remove(secret);
    values.add(secret);
    values.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    while (values.size() > CAPACITY) {
      values.remove(values.iterator().next());
    }
  }

  void add(Token token) {
    add(token.accessToken());
    token.refreshToken().ifPresent(this::add);
  }

  synchronized Set<String> all() {
    return Set.copyOf(values);
  }

  /** The text with every known secret blotted out. */
  String redact(String text) {
    String redacted = text;
    for (String secret : all()) {
      redacted = redacted.replace(secret, "***");
    }
    return redacted;
  }
}
