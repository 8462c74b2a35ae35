package dev.connector.spec.conformance.mock;

import java.time.Instant;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * A request as it arrived.
 *
 * @param time when it was complete
 * @param url with its query
 * @param connection a number, the same for requests on one connection
 */
public record SeenRequest(
    Instant time, String method, HttpUrl url, Headers headers, String body, int connection) {

  public String path() {
    return url.encodedPath();
  }

  public String query() {
    return url.encodedQuery() == null ? "" : url.encodedQuery();
  }
}
