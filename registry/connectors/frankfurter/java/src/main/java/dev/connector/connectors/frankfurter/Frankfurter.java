package dev.connector.connectors.frankfurter;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.ApiClientBuilder;
import dev.connector.runtime.http.AttemptListener;

/**
 * A connection to Frankfurter: blocking, and safe for use by many threads.
 *
 * <p>Reference exchange rates of the European Central Bank, today's and back to 1999.
 */
public final class Frankfurter implements AutoCloseable {

  static final String NAME = "frankfurter";
  static final String VERSION = "1.0.0";

  private final ApiClient client;
  private final FrankfurterSettings settings;

  private Frankfurter(ApiClient client, FrankfurterSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** Makes a connection; nothing is sent yet. */
  public static Frankfurter connect(FrankfurterSettings settings) {
    return connect(settings, attempt -> {});
  }

  /** A connection that tells of every request. */
  static Frankfurter connect(FrankfurterSettings settings, AttemptListener attempts) {
    ApiClientBuilder client =
        ApiClient.builder(NAME, VERSION)
            .baseUrl(settings.addresses().base().toString())
            .policy(settings.policy())
            .listener(attempts);
    return new Frankfurter(client.build(), settings);
  }

  ApiClient client() {
    return client;
  }

  FrankfurterSettings settings() {
    return settings;
  }

  /** The currencies there are rates for. */
  public Currencies currencies() {
    return new Currencies(client, new CurrenciesRequests());
  }

  /** The rates of the last working day, as one record. */
  public Latest latest() {
    return new Latest(client, new LatestRequests(settings));
  }

  /** The rates of each working day, oldest first. */
  public TimeSeries timeSeries() {
    return new TimeSeries(client, new TimeSeriesRequests(settings));
  }

  /** Waits for requests in flight, up to a deadline; closing twice is harmless. */
  @Override
  public void close() {
    client.close();
  }
}
