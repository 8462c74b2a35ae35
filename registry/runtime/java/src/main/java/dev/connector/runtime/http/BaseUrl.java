package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Decides which URLs a client may be pointed at. */
final class BaseUrl {

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|::1");

  private BaseUrl() {}

  /**
   * Parses the URL of an API.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, saying what is wrong without the
   *     URL, which may hold a secret
   */
  static HttpUrl parse(String url) {
    HttpUrl parsed = HttpUrl.parse(url.strip());
    if (parsed == null) {
      throw invalid("must be an http or https URL");
    }
    if (!parsed.isHttps() && !LOOPBACK.matcher(parsed.host()).matches()) {
      throw invalid("must use https, except on this machine");
    }
    if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
      throw invalid("must not hold a user name or password");
    }
    if (parsed.query() != null || parsed.fragment() != null) {
      throw invalid("must not hold a query or fragment");
    }
    return parsed;
  }

  private static ApiException invalid(String message) {
    return new ApiException(ErrorCode.INVALID_CONFIG, message);
  }
}
