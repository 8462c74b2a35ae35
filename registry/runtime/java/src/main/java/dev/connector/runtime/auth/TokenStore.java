package dev.connector.runtime.auth;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the latest token of one credential between runs, because an API that rotates refresh tokens
 * accepts only the last one it gave out.
 */
public interface TokenStore {

  /** The token saved last. */
  Optional<Token> load();

  /** Replaces what was saved; the token is safe once this returns. */
  void save(Token token);

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
    return new FileTokenStore(file);
  }
}
