package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * Where a client may go: to the origin of its base URL, with the credential, and to further
 * declared origins, without.
 */
final class Origins {

  private final HttpUrl base;
  private final Set<String> others;

  Origins(HttpUrl base, Set<HttpUrl> others) {
    this.base = base;
    this.others = others.stream().map(Origins::origin).collect(Collectors.toUnmodifiableSet());
  }

  HttpUrl base() {
    return base;
  }

  /** Whether scheme, host and port are those of the base URL. */
  boolean own(HttpUrl url) {
    return origin(url).equals(origin(base));
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
