package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Copies;
import dev.connector.runtime.message.ErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Where tokens are obtained, and how that place wants to be asked.
 *
 * @param url gives new tokens
 * @param refreshUrl renews them, where that is another place
 * @param format how the fields are written
 * @param extra fields that are sent with every request
 * @param deadline bounds a request as a whole
 */
public record TokenEndpoint(
    HttpUrl url,
    Optional<HttpUrl> refreshUrl,
    Format format,
    Map<String, String> extra,
    Duration deadline) {

  /** How the fields of a token request are written. */
  public enum Format {
    FORM,
    JSON
  }

  public TokenEndpoint {
    extra = Copies.of(extra);
    requireSafe(url);
    refreshUrl.ifPresent(TokenEndpoint::requireSafe);
  }

  /** An endpoint as the standard has it: a form, sent to one URL. */
  public static TokenEndpoint at(String url) {
    return new TokenEndpoint(
        parse(url), Optional.empty(), Format.FORM, Map.of(), Duration.ofSeconds(30));
  }

  public TokenEndpoint refreshAt(String other) {
    return new TokenEndpoint(url, Optional.of(parse(other)), format, extra, deadline);
  }

  public TokenEndpoint format(Format changed) {
    return new TokenEndpoint(url, refreshUrl, changed, extra, deadline);
  }

  /** A field such as {@code audience}, sent with every request. */
  public TokenEndpoint extra(String name, String value) {
    return new TokenEndpoint(url, refreshUrl, format, Copies.with(extra, name, value), deadline);
  }

  public TokenEndpoint deadline(Duration changed) {
    return new TokenEndpoint(url, refreshUrl, format, extra, changed);
  }

  static HttpUrl parse(String url) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, "the token URL is not an HTTP URL");
    }
    return requireSafe(parsed);
  }

  /** Secrets travel over TLS; a server on this machine is the one exception. */
  private static HttpUrl requireSafe(HttpUrl url) {
    String host = url.host();
    boolean loopback =
        host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d+){3}");
    if (!url.isHttps() && !loopback) {
      throw new ApiException(
          ErrorCode.INVALID_CONFIG, "the token URL of " + host + " does not use https");
    }
    return url;
  }

  /** Leaves out the extra fields, which may be secret. */
  @Override
  public String toString() {
    return "TokenEndpoint[" + url.redact() + "]";
  }
}
