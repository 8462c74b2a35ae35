package dev.connector.connectors.frankfurter;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptListener;

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
    ApiClient client =
        ApiClient.builder(NAME, VERSION)
            .baseUrl(settings.baseUrl())
            .policy(settings.policy())
            .listener(attempts)
            .build();
    return new Frankfurter(client, settings);
  }

  ApiClient client() {
    return client;
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
