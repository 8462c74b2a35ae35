package dev.connector.connectors.frankfurter;

import dev.connector.runtime.http.ApiClient;

/**
 * A connection to Frankfurter: blocking, and safe for use by many threads.
 *
 * <pre>{@code
 * try (Frankfurter frankfurter = Frankfurter.connect(FrankfurterSettings.defaults())) {
 *   System.out.println(frankfurter.latest().get().rate("USD").orElseThrow());
 * }
 * }</pre>
 */
public final class Frankfurter implements AutoCloseable {

  private final ApiClient client;
  private final FrankfurterSettings settings;

  private Frankfurter(ApiClient client, FrankfurterSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** Makes a connection; nothing is sent yet. */
  public static Frankfurter connect(FrankfurterSettings settings) {
    ApiClient client =
        ApiClient.builder("frankfurter", "1.0.0")
            .baseUrl(settings.baseUrl())
            .policy(settings.policy())
            .header("Accept", "application/json")
            .build();
    return new Frankfurter(client, settings);
  }

  /** The currencies there are rates for. */
  public Currencies currencies() {
    return new Currencies(client);
  }

  /** The rates of the last working day. */
  public Latest latest() {
    return new Latest(client, settings);
  }

  /** The rates of each working day, back to 1999. */
  public TimeSeries timeSeries() {
    return new TimeSeries(client, settings);
  }

  /** Waits for requests in flight, up to a deadline; closing twice is harmless. */
  @Override
  public void close() {
    client.close();
  }
}
