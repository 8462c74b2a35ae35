package dev.connector.spec.engine;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Where the URLs of a definition lead: as declared, or to another place that the user names for
 * their origin.
 *
 * @param elsewhere other places by declared origin
 */
record Addresses(Map<HttpUrl, HttpUrl> elsewhere, Boundaries boundaries) {

  Addresses {
    elsewhere = Map.copyOf(elsewhere);
  }

  /** Reads {@code https://auth.example.com=http://127.0.0.1:8081}, separated by commas. */
  static Addresses of(Optional<String> origins, Boundaries boundaries) {
    Map<HttpUrl, HttpUrl> elsewhere = new LinkedHashMap<>();
    for (String pair : origins.orElse("").split(",")) {
      if (!pair.isBlank()) {
        int equals = pair.indexOf('=');
        HttpUrl from = equals < 0 ? null : HttpUrl.parse(pair.substring(0, equals).strip());
        HttpUrl to = HttpUrl.parse(pair.substring(equals + 1).strip());
        if (from == null || to == null) {
          throw new ApiException(
              ErrorCode.INVALID_CONFIG, "the origins must be pairs such as https://a=https://b");
        }
        elsewhere.put(origin(from), to);
      }
    }
    return new Addresses(elsewhere, boundaries);
  }

  /** The same where the origin of {@code declared} is at the origin of {@code actual}. */
  Addresses moved(HttpUrl declared, HttpUrl actual) {
    Map<HttpUrl, HttpUrl> more = new LinkedHashMap<>(elsewhere);
    more.putIfAbsent(origin(declared), origin(actual));
    return new Addresses(more, boundaries);
  }

  /**
   * The URL to use for one that is declared.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG} where it is not HTTPS, nor loopback
   *     that was asked for
   */
  String resolve(String declared) {
    HttpUrl url = parse(declared);
    HttpUrl to = elsewhere.get(origin(url));
    return checked(to == null ? url : at(url, to)).toString();
  }

  static HttpUrl parse(String text) {
    HttpUrl url = HttpUrl.parse(text.contains("://") ? text : "https://" + text);
    if (url == null) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, "a URL of the definition is malformed");
    }
    return url;
  }

  HttpUrl checked(HttpUrl url) {
    boolean loopback = url.host().matches("localhost|127(\\.\\d+){3}|::1");
    if (!url.isHttps() && !(loopback && boundaries.loopback())) {
      throw new ApiException(
          ErrorCode.INVALID_CONFIG,
          "refused to call " + url.host() + " without TLS; loopback has to be allowed");
    }
    return url;
  }

  private static HttpUrl at(HttpUrl url, HttpUrl place) {
    return url.newBuilder().scheme(place.scheme()).host(place.host()).port(place.port()).build();
  }

  private static HttpUrl origin(HttpUrl url) {
    return new HttpUrl.Builder().scheme(url.scheme()).host(url.host()).port(url.port()).build();
  }
}
