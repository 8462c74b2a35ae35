package dev.connector.runtime.settings;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Where an API is for this user: as declared, or as {@code ACME_BASE_URL} and {@code ACME_ORIGINS}
 * say. Plain HTTP leads nowhere but to this machine, and there only where {@code
 * ACME_ALLOW_LOOPBACK} is true.
 *
 * @param base the URL below which the API's paths lie
 * @param elsewhere other places by declared origin
 */
public record Addresses(HttpUrl base, Map<HttpUrl, HttpUrl> elsewhere, boolean loopback) {

  private static final Setting<String> BASE_URL = Setting.optional("baseUrl", Shape.text());
  private static final Setting<String> ORIGINS = Setting.optional("origins", Shape.text());
  private static final Setting<String> LOOPBACK = Setting.optional("allowLoopback", Shape.text());

  public Addresses {
    elsewhere = Map.copyOf(elsewhere);
  }

  /**
   * Reads the variables of a connector.
   *
   * @param declared the base URL unless the user says another
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming the variable that is
   *     malformed or leads where it must not
   */
  public static Addresses fromEnvironment(
      String connector, Map<String, String> environment, String declared) {
    boolean loopback = find(LOOPBACK, connector, environment).filter("true"::equals).isPresent();
    String variable = BASE_URL.variable(connector);
    Map<HttpUrl, HttpUrl> elsewhere =
        origins(
            find(ORIGINS, connector, environment).orElse(""),
            ORIGINS.variable(connector),
            loopback);
    HttpUrl from = declared(declared);
    Optional<HttpUrl> moved =
        find(BASE_URL, connector, environment)
            .map(text -> checked(parse(text, variable), variable, loopback));
    HttpUrl base = moved.orElseGet(() -> at(from, elsewhere.get(origin(from))));
    elsewhere.putIfAbsent(origin(from), origin(base));
    return new Addresses(checked(base, variable, loopback), elsewhere, loopback);
  }

  /** Where everything is as declared. */
  public static Addresses declaredAt(String base) {
    return new Addresses(declared(base), Map.of(), false);
  }

  /**
   * The URL to use for one that is declared, such as where tokens are to be had.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG} where it must not be called
   */
  public String resolve(String declared) {
    HttpUrl url = declared(declared);
    return checked(at(url, elsewhere.get(origin(url))), "a declared URL", loopback).toString();
  }

  /** The URL of a path below that of the API. */
  public String below(String path) {
    return base.toString().replaceFirst("/$", "") + path;
  }

  private static Map<HttpUrl, HttpUrl> origins(String pairs, String variable, boolean loopback) {
    Map<HttpUrl, HttpUrl> elsewhere = new LinkedHashMap<>();
    for (String pair : pairs.split(",")) {
      if (!pair.isBlank()) {
        String[] sides = pair.split("=", 2);
        HttpUrl to = parse(sides.length == 2 ? sides[1] : "", variable);
        elsewhere.put(origin(parse(sides[0], variable)), checked(to, variable, loopback));
      }
    }
    return elsewhere;
  }

  private static HttpUrl checked(HttpUrl url, String what, boolean loopback) {
    boolean here = url.host().matches("localhost|127(\\.\\d+){3}|::1");
    if (!url.isHttps() && !(here && loopback)) {
      throw new ApiException(
          ErrorCode.INVALID_CONFIG,
          what + " calls " + url.host() + " without TLS; only loopback can be allowed that");
    }
    return url;
  }

  /** A host alone is meant with HTTPS. */
  private static HttpUrl declared(String url) {
    return parse(url.contains("://") ? url : "https://" + url, "a declared URL");
  }

  private static HttpUrl parse(String text, String what) {
    HttpUrl url = HttpUrl.parse(text.strip());
    if (url == null) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, what + " must be an http or https URL");
    }
    return url;
  }

  private static HttpUrl at(HttpUrl url, HttpUrl place) {
    return place == null
        ? url
        : url.newBuilder().scheme(place.scheme()).host(place.host()).port(place.port()).build();
  }

  private static HttpUrl origin(HttpUrl url) {
    return new HttpUrl.Builder().scheme(url.scheme()).host(url.host()).port(url.port()).build();
  }

  private static Optional<String> find(
      Setting<String> setting, String connector, Map<String, String> environment) {
    return Optional.ofNullable(environment.get(setting.variable(connector)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
