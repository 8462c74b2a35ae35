package dev.connector.runtime.auth;

import java.util.Locale;
import java.util.StringJoiner;
import okhttp3.HttpUrl;

/**
 * Client, user and servers that a token is for, in words and without secrets. A file of tokens
 * keeps it beside each, so that no other client or server gets to see them; whoever logs in for a
 * connector has to put it in the same words, in the same order.
 *
 * <pre>{@code
 * Audience.of("user").with("clientId", id).client(id).at("tokens from", tokenUrl).text(baseUrl);
 * }</pre>
 */
public final class Audience {

  private final StringJoiner words = new StringJoiner(", ");

  private Audience(String kind) {
    words.add(kind);
  }

  /** A token of this kind: {@code client}, {@code user} or {@code session}. */
  public static Audience of(String kind) {
    return new Audience(kind.toLowerCase(Locale.ROOT));
  }

  /** A setting that the credentials are made of, if it is no secret; in the order of the names. */
  public Audience with(String setting, String value) {
    words.add(setting + " " + value);
    return this;
  }

  /** The client of OAuth 2. */
  public Audience client(String id) {
    return with("client", id);
  }

  /**
   * A server that gets to see a secret.
   *
   * @param what for: {@code tokens from}, {@code renewed at}, {@code revoked at}, {@code login at};
   *     {@code as well for} a base URL of single operations, in the order of the alphabet
   */
  public Audience at(String what, String url) {
    return with(what, origin(HttpUrl.get(url)));
  }

  /** All of it, for an API at this address. */
  public String text(String baseUrl) {
    return at("for", baseUrl).words.toString();
  }

  private static String origin(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }
}
