package dev.connector.runtime.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;

/**
 * The headers in which an API reports what is left of a limit.
 *
 * @param remaining the header with the number of requests left
 * @param reset the header with the time of the next count
 * @param unit how to read that time
 */
public record RateLimitHeaders(String remaining, String reset, ResetUnit unit) {

  /** The names that most APIs use. */
  public static final RateLimitHeaders COMMON =
      new RateLimitHeaders("X-RateLimit-Remaining", "X-RateLimit-Reset", ResetUnit.DETECT);

  /** The separate headers of the early IETF drafts. */
  static final RateLimitHeaders IETF_EARLY =
      new RateLimitHeaders("RateLimit-Remaining", "RateLimit-Reset", ResetUnit.SECONDS);

  /** How the time of the next count is written. */
  public enum ResetUnit {
    /** Seconds from now, or epoch seconds or milliseconds where the number is that large. */
    DETECT,
    /** Seconds from now. */
    SECONDS,
    /** Milliseconds from now; also the length of a window that has no fixed end. */
    MILLISECONDS,
    /** Seconds since 1970. */
    EPOCH_SECONDS,
    /** Milliseconds since 1970. */
    EPOCH_MILLISECONDS
  }

  Optional<Quota> read(Headers headers) {
    String left = headers.get(remaining);
    String time = headers.get(reset);
    if (left == null || time == null) {
      return Optional.empty();
    }
    var count = Quota.number(left);
    var number = Quota.number(time);
    if (count.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    Duration resetIn = untilReset(number.getAsLong(), ServerClock.now(headers));
    return Optional.of(new Quota(count.getAsLong(), resetIn));
  }

  private Duration untilReset(long number, Instant now) {
    switch (unit == ResetUnit.DETECT ? detect(number) : unit) {
      case MILLISECONDS:
        return Duration.ofMillis(number);
      case EPOCH_SECONDS:
        return Duration.between(now, Instant.ofEpochSecond(number));
      case EPOCH_MILLISECONDS:
        return Duration.between(now, Instant.ofEpochMilli(number));
      default:
        return Duration.ofSeconds(number);
    }
  }

  private static ResetUnit detect(long number) {
    if (number > 100_000_000_000L) {
      return ResetUnit.EPOCH_MILLISECONDS;
    }
    return number > 100_000_000L ? ResetUnit.EPOCH_SECONDS : ResetUnit.SECONDS;
  }
}
