package dev.connector.runtime.settings;

import java.time.Duration;
import java.util.List;

/**
 * How often and after what delay a failed attempt is made again.
 *
 * @param retries how many attempts may follow the first; 0 for none
 * @param firstDelay before the first retry
 * @param multiplier from one delay to the next, at least 1
 * @param maxDelay the longest delay this policy chooses by itself
 */
public record RetryPolicy(int retries, Duration firstDelay, double multiplier, Duration maxDelay) {

  private static final Setting<Long> RETRIES =
      Setting.withDefault("maxRetries", Shape.number(0, 100), "3");
  private static final Setting<Duration> FIRST_DELAY =
      Setting.withDefault("retryFirstDelay", Shape.duration(), "1s");
  private static final Setting<Double> MULTIPLIER =
      Setting.withDefault("retryMultiplier", Shape.decimal(1, 100), "2");
  private static final Setting<Duration> MAX_DELAY =
      Setting.withDefault("retryMaxDelay", Shape.duration(), "30s");

  static final List<Setting<?>> SETTINGS = List.of(RETRIES, FIRST_DELAY, MULTIPLIER, MAX_DELAY);

  public RetryPolicy {
    if (retries < 0 || firstDelay.isNegative() || maxDelay.isNegative() || !(multiplier >= 1)) {
      throw new IllegalArgumentException("retries and delays are not negative, and delays grow");
    }
  }

  static RetryPolicy of(Settings settings) {
    return new RetryPolicy(
        settings.get(RETRIES).intValue(),
        settings.get(FIRST_DELAY),
        settings.get(MULTIPLIER),
        settings.get(MAX_DELAY));
  }

  /**
   * The delay before a retry: {@code min(firstDelay x multiplier^n, maxDelay)}, shortened by up to
   * half so that clients which failed together do not come back together.
   *
   * @param n counts the retries from 0
   * @param random from 0 to 1
   */
  public Duration delay(int n, double random) {
    double nanos =
        Math.min(firstDelay.toNanos() * Math.pow(multiplier, n), (double) maxDelay.toNanos());
    return Duration.ofNanos(Math.round(nanos * (0.5 + random / 2)));
  }
}
