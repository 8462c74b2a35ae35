package dev.connector.runtime.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Headers;

/** Reads points in time from an answer by the clock of the server that wrote them. */
final class ServerClock {

  private static final Duration LONGEST = Duration.ofDays(366);

  private ServerClock() {}

  /** The time of the answer: by the server where it says so, else by this machine. */
  static Instant now(Headers headers) {
    Date date = headers.getDate("Date");
    return date == null ? Instant.now() : date.toInstant();
  }

  /** How long {@code Retry-After} asks to wait, as seconds or until an HTTP date. */
  static Optional<Duration> retryAfter(Headers headers) {
    String text = headers.get("Retry-After");
    if (text == null) {
      return Optional.empty();
    }
    OptionalLong seconds = Quota.number(text);
    if (seconds.isPresent()) {
      return Optional.of(bounded(Duration.ofSeconds(seconds.getAsLong())));
    }
    return Optional.ofNullable(headers.getDate("Retry-After"))
        .map(date -> bounded(Duration.between(now(headers), date.toInstant())));
  }

  /** A wait as a server may ask for it: not negative, and at most a year. */
  static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
