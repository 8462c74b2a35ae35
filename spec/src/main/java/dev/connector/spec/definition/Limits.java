package dev.connector.spec.definition;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How much the API allows.
 *
 * @param rates all of which hold together
 * @param concurrency requests in flight at once
 * @param headers by which the API tells what is left
 * @param retryAfter where a refusal says how long to wait, apart from {@code Retry-After}
 * @param cost for APIs that count points, not requests
 */
public record Limits(
    List<Rate> rates,
    Optional<Integer> concurrency,
    Optional<LimitHeaders> headers,
    Optional<Moment> retryAfter,
    Optional<Cost> cost) {

  public Limits {
    rates = List.copyOf(rates);
    Objects.requireNonNull(concurrency);
    Objects.requireNonNull(headers);
    Objects.requireNonNull(retryAfter);
    Objects.requireNonNull(cost);
  }

  /** No limit that is known. */
  public static Limits none() {
    return new Limits(
        List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Requests in a stretch of time, a second or a day.
   *
   * @param burst how many may go at once; all of them unless said
   * @param operations the operations that share this rate; empty for every request
   */
  public record Rate(
      int requests, Duration per, Optional<Integer> burst, List<OperationName> operations) {
    public Rate {
      Objects.requireNonNull(per);
      Objects.requireNonNull(burst);
      operations = List.copyOf(operations);
    }
  }

  /**
   * Response headers that tell what is left.
   *
   * @param limit header with the size of the current window
   * @param remaining header with the requests left in it
   * @param reset when or after how long the window starts anew
   */
  public record LimitHeaders(
      Optional<String> limit, Optional<String> remaining, Optional<Moment> reset) {
    public LimitHeaders {
      Objects.requireNonNull(limit);
      Objects.requireNonNull(remaining);
      Objects.requireNonNull(reset);
    }
  }

  /** A point in time or a wait, as a response tells it. */
  public record Moment(Source source, TimeFormat format) {
    public Moment {
      Objects.requireNonNull(source);
      Objects.requireNonNull(format);
    }
  }

  /**
   * A bucket of points, as GraphQL APIs have it.
   *
   * @param capacity points in a full bucket
   * @param restored points that come back in {@code per}
   * @param available where a response says how many are left
   * @param requested where a response says what the request was charged
   */
  public record Cost(
      int capacity,
      int restored,
      Duration per,
      Optional<Source> available,
      Optional<Source> requested) {
    public Cost {
      Objects.requireNonNull(per);
      Objects.requireNonNull(available);
      Objects.requireNonNull(requested);
    }
  }
}
