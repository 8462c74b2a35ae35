package dev.connector.connectors.frankfurter;

import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.RecordStream;
import dev.connector.runtime.paging.Records;
import dev.connector.runtime.message.Request;

/** Reads the currencies there are rates for. */
public final class Currencies {

  private final ApiClient client;

  Currencies(ApiClient client) {
    this.client = client;
  }

  /** All currencies. */
  public RecordStream<Currency> list() {
    return client.list(listing(), Currency.class);
  }

  /** The same, whatever the records are. */
  Reading reading() {
    return Reading.all(listing());
  }

  static Request listRequest() {
    return Request.get("currencies.list", "/currencies");
  }

  private static Listing listing() {
    return Listing.of(listRequest())
        .records(Records.members("", "/code", "/name"))
        .primaryKey("/code");
  }
}
