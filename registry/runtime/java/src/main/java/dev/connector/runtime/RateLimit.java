package dev.connector.runtime;

import java.time.Duration;

/**
 * A rate the API allows: no window of length {@code per} sees more than {@code requests}.
 *
 * @param requests how many requests in any window
 * @param per the length of the window
 * @param burst how many may pass at once, from 1 to {@code requests}
 */
public record RateLimit(long requests, Duration per, long burst) {

  public RateLimit {
    if (requests < 1 || burst < 1 || burst > requests || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException(
          "a rate limit has at least one request, a positive period and a burst within them");
    }
  }

  /** A limit whose bursts are a tenth of it, at least one request. */
  public static RateLimit of(long requests, Duration per) {
    return new RateLimit(requests, per, Math.max(1, requests / 10));
  }

  public RateLimit burst(long burst) {
    return new RateLimit(requests, per, burst);
  }
}
