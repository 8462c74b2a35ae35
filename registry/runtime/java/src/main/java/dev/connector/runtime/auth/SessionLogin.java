package dev.connector.runtime.auth;

import dev.connector.runtime.message.Content;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.ResponseValue;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * A login that gives a token for the requests that follow: immutable, so each method returns a
 * changed copy.
 *
 * @param url where the login is posted
 * @param content user, password and whatever else the login wants
 * @param token where the answer has the token
 * @param placement where requests carry it
 * @param timing how long it lasts
 * @param clock decides what has expired
 * @param store keeps the latest session
 */
public record SessionLogin(
    HttpUrl url,
    Content content,
    ResponseValue token,
    Placement placement,
    Timing timing,
    Clock clock,
    TokenStore store) {

  /**
   * How long a session lasts.
   *
   * @param lifetime from the login on; empty where only a refusal tells
   * @param skew how long before its end a session is renewed
   * @param deadline bounds the login as a whole
   */
  public record Timing(Optional<Duration> lifetime, Duration skew, Duration deadline) {
    static final Timing DEFAULT =
        new Timing(Optional.empty(), Duration.ofMinutes(1), Duration.ofSeconds(30));
  }

  /** A login with these fields of a JSON document. */
  public static SessionLogin json(String url, Map<String, String> fields, ResponseValue token) {
    return of(url, new Content.Json(Json.write(fields)), token);
  }

  /** A login with these fields of a form. */
  public static SessionLogin form(String url, Map<String, String> fields, ResponseValue token) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    fields.forEach((name, value) -> form.put(name, List.of(value)));
    return of(url, new Content.Form(form), token);
  }

  /** A login with any content. */
  public static SessionLogin of(String url, Content content, ResponseValue token) {
    return new SessionLogin(
        TokenEndpoint.parse(url),
        content,
        token,
        Placement.bearer(),
        Timing.DEFAULT,
        Clock.systemUTC(),
        TokenStore.inMemory());
  }

  public SessionLogin placement(Placement changed) {
    return new SessionLogin(url, content, token, changed, timing, clock, store);
  }

  public SessionLogin lifetime(Duration lasts) {
    return timing(new Timing(Optional.of(lasts), timing.skew(), timing.deadline()));
  }

  public SessionLogin skew(Duration changed) {
    return timing(new Timing(timing.lifetime(), changed, timing.deadline()));
  }

  public SessionLogin deadline(Duration changed) {
    return timing(new Timing(timing.lifetime(), timing.skew(), changed));
  }

  public SessionLogin clock(Clock changed) {
    return new SessionLogin(url, content, token, placement, timing, changed, store);
  }

  public SessionLogin store(TokenStore changed) {
    return new SessionLogin(url, content, token, placement, timing, clock, changed);
  }

  Duration skew() {
    return timing.skew();
  }

  private SessionLogin timing(Timing changed) {
    return new SessionLogin(url, content, token, placement, changed, clock, store);
  }

  @Override
  public String toString() {
    return "SessionLogin[" + url.host() + ", " + placement + "]";
  }
}
