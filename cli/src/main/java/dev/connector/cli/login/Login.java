package dev.connector.cli.login;

import dev.connector.cli.project.StoredToken;
import dev.connector.cli.terminal.Terminal;
import dev.connector.runtime.auth.Token;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.engine.TokenAccount;
import java.time.Clock;
import java.time.Duration;

/**
 * Obtains a token by a way and keeps it.
 *
 * @param product what to call it
 * @param redirect where a browser brings the answer
 */
public record Login(String product, Terminal terminal, Browser browser, RedirectUri redirect) {

  /**
   * Logs in; the token is stored when this returns.
   *
   * @param timeout how long to wait for a person
   * @throws dev.connector.spec.ConnectorException in plain words
   */
  public void run(Way way, TokenAccount account, StoredToken stored, Duration timeout) {
    if (way.asksForConsent()) {
      new BrowserLogin(product, account, terminal, browser).run(redirect, timeout, stored.store());
      return;
    }
    try {
      account.obtain(stored.store());
    } catch (ApiException failure) {
      throw Refusal.of(failure);
    }
  }

  /** What a login came to, without the token. */
  public static String summary(Definition definition, Token token, Clock clock) {
    return "Logged in to " + definition.title() + "; the token " + state(token, clock) + ".";
  }

  /** How long a token is good for, and what comes then. */
  public static String state(Token token, Clock clock) {
    boolean renewed = token.refreshToken().isPresent();
    String life =
        token
            .expiresAt()
            .map(
                expiry -> {
                  Duration left = Duration.between(clock.instant(), expiry);
                  return left.isNegative() || left.isZero()
                      ? "has expired"
                      : "expires in " + words(left);
                })
            .orElse("has no known end");
    return life + (renewed ? " and is renewed by itself" : "");
  }

  private static String words(Duration left) {
    if (left.toDays() > 1) {
      return left.toDays() + " days";
    }
    return left.toMinutes() > 1 ? left.toMinutes() + " minutes" : left.toSeconds() + " s";
  }
}
