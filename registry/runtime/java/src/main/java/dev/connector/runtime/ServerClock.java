package dev.connector.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Headers;

/** Reads points in time from an answer by the clock of the server that wrote them. */
final class ServerClock {

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
      return Optional.of(Duration.ofSeconds(Math.max(0, seconds.getAsLong())));
    }
    return Optional.ofNullable(headers.getDate("Retry-After"))
        .map(date -> Duration.between(now(headers), date.toInstant()))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }
}
