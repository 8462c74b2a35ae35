package dev.connector.spec.conformance.mock.exchange;

import java.time.Instant;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * A request as it arrived.
 *
 * @param time when it was complete
 * @param operation what it is for, {@code contacts.list}; {@link #TOKEN} or {@link #AUTHORIZE}
 *     where it is about credentials, and empty where the definition has nothing of the kind
 * @param url with its query
 * @param connection a number, the same for requests on one connection
 */
public record SeenRequest(
    Instant time,
    String operation,
    String method,
    HttpUrl url,
    Headers headers,
    String body,
    int connection) {

  /** The operation of requests to a token endpoint or a login. */
  public static final String TOKEN = "token";

  /** The operation of requests for a person's consent. */
  public static final String AUTHORIZE = "authorize";

  public String path() {
    return url.encodedPath();
  }

  public String query() {
    return url.encodedQuery() == null ? "" : url.encodedQuery();
  }

  /** The same request, known to be for an operation. */
  public SeenRequest of(String operation) {
    return new SeenRequest(time, operation, method, url, headers, body, connection);
  }
}
