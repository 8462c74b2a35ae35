package dev.connector.runtime.auth;

import dev.connector.runtime.settings.Redactor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The secrets of one credential: those it was configured with, for good, and the tokens it has had
 * lately, old ones included, because an answer may still name one that was replaced. The tokens are
 * bounded: the oldest are forgotten first.
 */
final class KnownSecrets {
  private static final int CAPACITY = 100;

  private final Set<String> configured = new LinkedHashSet<>();
  private final Set<String> tokens = new LinkedHashSet<>();

  /** A secret that stays in use. */
  synchronized void keep(String secret) {
    if (!secret.isBlank()) {
      configured.add(secret);
      configured.add(encoded(secret));
    }
  }

  /** A secret that another will replace. */
  synchronized void add(String secret) {
    if (secret.isBlank()) {
      return;
    }
    tokens.remove(secret);
    tokens.add(secret);
    tokens.add(encoded(secret));
    while (tokens.size() > CAPACITY) {
      tokens.remove(tokens.iterator().next());
    }
  }

  void add(Token token) {
    add(token.accessToken());
    token.refreshToken().ifPresent(this::add);
  }

  synchronized Set<String> all() {
    Set<String> all = new LinkedHashSet<>(configured);
    all.addAll(tokens);
    return Collections.unmodifiableSet(all);
  }

  private static String encoded(String secret) {
    return URLEncoder.encode(secret, StandardCharsets.UTF_8);
  }

  /** The text with every known secret blotted out. */
  String redact(String text) {
    return new Redactor(all()).redact(text);
  }
}
