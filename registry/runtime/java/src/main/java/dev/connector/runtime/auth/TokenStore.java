package dev.connector.runtime.auth;

import dev.connector.runtime.message.Patience;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Keeps the latest token of one credential between runs, because an API that rotates refresh tokens
 * accepts only the last one it gave out.
 */
public interface TokenStore {

  /** The token saved last. */
  Optional<Token> load();

  /** Replaces what was saved; the token is safe once this returns. */
  void save(Token token);

  /**
   * Runs a renewal while nobody else renews the token of this store, other processes included. Who
   * comes second finds what the first one saved.
   */
  default Token exclusively(Supplier<Token> renewal, Patience patience) {
    return renewal.get();
  }

  /** Forgets everything when the process ends. */
  static TokenStore inMemory() {
    AtomicReference<Token> latest = new AtomicReference<>();
    return new TokenStore() {
      @Override
      public Optional<Token> load() {
        return Optional.ofNullable(latest.get());
      }

      @Override
      public void save(Token token) {
        latest.set(token);
      }
    };
  }

  /** A JSON file that only its owner can read. */
  static TokenStore file(Path file) {
    return new FileTokenStore(file, Optional.empty());
  }

  /**
   * The same for tokens of one audience: a file that says it is for another is refused, so that a
   * token never goes to a server it was not given out for.
   *
   * @param audience client and servers, in words; no secret
   */
  static TokenStore file(Path file, String audience) {
    return new FileTokenStore(file, Optional.of(audience));
  }
}
