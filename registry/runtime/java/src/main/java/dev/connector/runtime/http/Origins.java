package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Where a client may go: to the origins of its base URLs, with the credential, and to further
 * declared origins, without.
 */
final class Origins {

  private final HttpUrl base;
  private final Map<String, HttpUrl> bases;
  private final Set<String> own;
  private final Set<String> others;

  /**
   * @param bases by operation, where one is elsewhere than the rest
   */
  Origins(HttpUrl base, Map<String, HttpUrl> bases, Set<HttpUrl> others) {
    this.base = base;
    this.bases = Map.copyOf(bases);
    this.own =
        Stream.concat(Stream.of(base), bases.values().stream())
            .map(Origins::origin)
            .collect(Collectors.toUnmodifiableSet());
    this.others = others.stream().map(Origins::origin).collect(Collectors.toUnmodifiableSet());
  }

  /** The URL below which the path of an operation lies. */
  HttpUrl base(String operation) {
    return bases.getOrDefault(operation, base);
  }

  /** Whether scheme, host and port are those of a base URL. */
  boolean own(HttpUrl url) {
    return own.contains(origin(url));
  }

  /**
   * The URL, where it may be called.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} where it leads anywhere else
   */
  HttpUrl checked(HttpUrl url) {
    if (!own(url) && !others.contains(origin(url))) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST, "refused to call " + origin(url) + ", which is not declared");
    }
    return url;
  }

  private static String origin(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }
}
