package dev.connector.runtime.settings;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;
import java.util.Set;

/**
 * A rate the API allows: no window of length {@code per} sees more than {@code requests}.
 *
 * @param requests how many requests in any window
 * @param per the length of the window, at least a millisecond
 * @param burst how many may pass at once after a pause, from 1 to {@code requests}
 * @param operations the operations that share it, such as {@code contacts.search}; empty for all
 */
public record RateLimit(long requests, Duration per, long burst, Set<String> operations) {

  public RateLimit {
    operations = Set.copyOf(operations);
    if (requests < 1 || per.toMillis() < 1 || requests > per.toNanos()) {
      throw new IllegalArgumentException(
          "a rate limit needs a positive number of requests in a positive time");
    }
    if (burst < 1 || burst > requests) {
      throw new IllegalArgumentException("a burst is at least 1 and at most the whole limit");
    }
  }

  /**
   * A limit whose bursts are a tenth of it, at least one request: enough to start quickly, and nine
   * tenths of the declared rate remain for the long run.
   */
  public static RateLimit of(long requests, Duration per) {
    return new RateLimit(requests, per, Math.max(1, requests / 10), Set.of());
  }

  /** The same rate with other bursts: the larger the bursts, the slower the long run. */
  public RateLimit burst(long burst) {
    return new RateLimit(requests, per, burst, operations);
  }

  /** The same rate for these operations alone, which count for the other rates, too. */
  public RateLimit only(Set<String> operations) {
    return new RateLimit(requests, per, burst, operations);
  }

  /** Whether it is a rate of some operations only. */
  public boolean narrow() {
    return !operations.isEmpty();
  }

  /** How {@link Shape#rates} reads it: {@code 100/10s}, with the burst where it is not a tenth. */
  public String text() {
    String rate = requests + "/" + period();
    return burst == of(requests, per).burst() ? rate : rate + "/" + burst;
  }

  private String period() {
    if (per.toMillisPart() > 0) {
      return per.toMillis() + "ms";
    }
    boolean days = per.toDays() > 0 && per.equals(Duration.ofDays(per.toDays()));
    return days ? per.toDays() + "d" : per.toSeconds() + "s";
  }

  /**
   * The token bucket that keeps the limit. A bucket of capacity B that gains R tokens in each T
   * lets fewer than B + R requests pass in a window of length T: B that had been saved, and fewer
   * than R that are gained before the window ends. With R = N - B + 1 these are at most N.
   */
  public Bandwidth bandwidth() {
    return Bandwidth.builder().capacity(burst).refillGreedy(requests - burst + 1, per).build();
  }
}
