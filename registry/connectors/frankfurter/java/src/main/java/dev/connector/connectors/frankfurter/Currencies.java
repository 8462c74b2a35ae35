package dev.connector.connectors.frankfurter;

import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.RecordStream;

/**
 * The currencies there are rates for.
 *
 * <p>Safe for use by many threads.
 */
public final class Currencies {

  private final ApiClient client;
  private final CurrenciesRequests requests;

  Currencies(ApiClient client, CurrenciesRequests requests) {
    this.client = client;
    this.requests = requests;
  }

  CurrenciesRequests requests() {
    return requests;
  }

  /** All currencies. */
  public RecordStream<Currency> list() {
    return client.list(requests.listPages(Arguments.none()), Currency.class);
  }
}
