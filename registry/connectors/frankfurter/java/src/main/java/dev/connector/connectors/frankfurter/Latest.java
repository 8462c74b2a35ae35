package dev.connector.connectors.frankfurter;

import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.Listing;

/** Reads the rates of the last working day, which are published around 16:00 CET. */
public final class Latest {

  private final ApiClient client;
  private final FrankfurterSettings settings;

  Latest(ApiClient client, FrankfurterSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** The rates of the last working day. */
  public Rates get() {
    return client.send(getRequest()).as(Rates.class);
  }

  /** The same as a list of one. */
  Reading reading() {
    return Reading.all(Listing.of(getRequest()));
  }

  Request getRequest() {
    return settings.choose(Request.get("latest.get", "/latest"));
  }
}
