package dev.connector.connectors.frankfurter;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.Request;

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
    Request request = settings.choose(Request.get("latest.get", "/latest"));
    return client.send(request).as(Rates.class);
  }
}
