package dev.connector.connectors.frankfurter;

import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.http.ApiClient;

/**
 * The rates of the last working day, as one record.
 *
 * <p>Safe for use by many threads.
 */
public final class Latest {

  private final ApiClient client;
  private final LatestRequests requests;

  Latest(ApiClient client, LatestRequests requests) {
    this.client = client;
    this.requests = requests;
  }

  LatestRequests requests() {
    return requests;
  }

  /** The rates of the last working day. */
  public Rates get() {
    return client.send(requests.getRequest(Arguments.none())).as(Rates.class);
  }
}
