package dev.connector.cli.login;

import dev.connector.cli.terminal.Terminal;
import dev.connector.runtime.auth.AuthorizationCode;
import dev.connector.runtime.auth.TokenStore;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.engine.TokenAccount;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.HttpUrl;

/**
 * Asks a person for consent in a browser and buys a token with the answer: authorization code with
 * PKCE (RFC 6749, 7636), the answer on a loopback address or typed in. One answer is taken,
 * whatever it is.
 */
public final class BrowserLogin {

  private final String product;
  private final TokenAccount account;
  private final Terminal terminal;
  private final Browser browser;

  /**
   * A login.
   *
   * @param product what to call it
   */
  public BrowserLogin(String product, TokenAccount account, Terminal terminal, Browser browser) {
    this.product = product;
    this.account = account;
    this.terminal = terminal;
    this.browser = browser;
  }

  /**
   * Waits for consent and keeps the token.
   *
   * @throws ConnectorException in plain words where there is no token in the end
   */
  public void run(RedirectUri redirect, Duration timeout, TokenStore store) {
    CompletableFuture<Arrival> arrival = new CompletableFuture<>();
    if (!redirect.local()) {
      ask(redirect.uri(), timeout, store, arrival);
      return;
    }
    try (LoopbackRedirect server =
        LoopbackRedirect.listen(redirect.uri(), redirect.port(), arrival)) {
      ask(server.uri(), timeout, store, arrival);
    }
  }

  private void ask(
      HttpUrl redirect, Duration timeout, TokenStore store, CompletableFuture<Arrival> arrival) {
    AuthorizationCode code = account.consent(redirect.toString(), store).orElseThrow();
    AuthorizationCode.Consent asked = code.begin();
    tell(asked.url(), redirect, timeout);
    TypedRedirect.listen(terminal, redirect, arrival);
    Arrival answer = await(arrival, redirect, timeout);
    try {
      check(asked, answer.address(), code);
      code.exchange(asked, answer.address(), account.patience());
      answer.page().complete(Page.done(product));
    } catch (ApiException failure) {
      ConnectorException told = Refusal.of(failure);
      answer.page().complete(Page.failed(told.getMessage()));
      throw told;
    } catch (ConnectorException failure) {
      answer.page().complete(Page.failed(failure.getMessage()));
      throw failure;
    } finally {
      answer.page().complete(Page.failed("The login broke off"));
    }
  }

  private void tell(HttpUrl url, HttpUrl redirect, Duration timeout) {
    boolean shown = browser.show(url);
    terminal.note(
        (shown
            ? "The browser asks for your consent. If it does not, open"
            : "To give consent, open"));
    terminal.note("  " + url);
    terminal.note(
        "Waiting up to "
            + timeout.toSeconds()
            + " s for the answer at "
            + redirect
            + ", which the app's settings at "
            + product
            + " have to allow as a redirect URI.");
    terminal.note(
        "Where the browser cannot reach this machine, paste the address that it was sent to here.");
  }

  private Arrival await(CompletableFuture<Arrival> arrival, HttpUrl redirect, Duration timeout) {
    try {
      return arrival.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw Refusal.refused(
          "nobody answered within " + timeout.toSeconds() + " s",
          "log in again; if the browser showed an error about the redirect URI, register "
              + redirect
              + " in the vendor's settings, or name the registered one: --redirect-uri");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw Refusal.refused("the login was interrupted", "log in again");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof ConnectorException told
          ? told
          : new IllegalStateException(failed.getCause());
    }
  }

  /** The state first: what belongs to another login is not even read. */
  private static void check(
      AuthorizationCode.Consent asked, HttpUrl answer, AuthorizationCode code) {
    String state = Optional.ofNullable(answer.queryParameter("state")).orElse("");
    if (!MessageDigest.isEqual(bytes(state), bytes(asked.state()))) {
      throw Refusal.refused(
          "the answer belongs to another login, or somebody made it up",
          "log in again, and close old windows of this login first");
    }
    Optional<ConnectorException> refusal = Refusal.in(answer);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    String issuer = answer.queryParameter("iss");
    if (issuer != null && !isOf(issuer, code)) {
      throw Refusal.refused(
          "the answer comes from another server than was asked", // RFC 9207
          "do not log in with this definition until you know why");
    }
    if (answer.queryParameter("code") == null) {
      throw Refusal.refused("the answer holds neither a code nor an error", "log in again");
    }
  }

  /** A definition names no issuer, but the issuer is at one of its two addresses. */
  private static boolean isOf(String issuer, AuthorizationCode code) {
    HttpUrl url = HttpUrl.parse(issuer);
    return url != null
        && (sameOrigin(url, code.authorizationUrl())
            || sameOrigin(url, code.oauth().endpoint().url()));
  }

  private static boolean sameOrigin(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
