package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Budget;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Headers;

/** Keeps the declared rates, all of them together, and heeds what the API says about its own. */
final class Throttle {

  private final List<Lane> lanes;
  private final List<RateLimitHeaders> headers;
  private final ServerWindow window = new ServerWindow();

  Throttle(List<RateLimit> rates, List<RateLimitHeaders> headers) {
    this.lanes =
        rates.stream().collect(Collectors.groupingBy(RateLimit::operations)).entrySet().stream()
            .map(lane -> new Lane(lane.getKey(), bucket(lane.getValue())))
            .sorted(Comparator.comparing(Lane::wide)) // the rate of all is taken from last
            .toList();
    this.headers = List.copyOf(headers);
  }

  private static Bucket bucket(List<RateLimit> rates) {
    LocalBucketBuilder builder = Bucket.builder().withNanosecondPrecision();
    rates.forEach(rate -> builder.addLimit(rate.bandwidth()));
    return builder.build();
  }

  /** The rates of the same operations, or of all. */
  private record Lane(Set<String> operations, Bucket bucket) {

    boolean wide() {
      return operations.isEmpty();
    }

    boolean counts(String operation) {
      return wide() || operations.contains(operation);
    }
  }

  /**
   * Waits until one request of this operation may be sent; {@link #done} has to follow.
   *
   * @throws ApiException with {@link ErrorCode#RATE_LIMIT}, at once, where the budget is too short
   */
  void acquire(String operation, Budget budget, Cancellation cancellation) {
    Duration wait = window.waitingTime();
    do {
      budget.check();
      if (!budget.allows(wait)) {
        throw tooLong("the API's limit allows no request for " + wait.toMillis() + " ms");
      }
      cancellation.sleep(wait);
      for (Lane lane : lanes) {
        if (lane.counts(operation)) {
          takeToken(lane.bucket(), budget, cancellation);
        }
      }
      wait = window.take(); // others may have used up the window during the wait for a token
    } while (!wait.isZero());
  }

  /** The request was answered, or will not be sent. */
  void done() {
    window.done();
  }

  /** Learns from the headers of an answer, before {@link #done}. */
  void observe(int status, Headers answer) {
    Optional<Duration> retryAfter =
        status == 429 ? ServerClock.retryAfter(answer) : Optional.empty();
    if (retryAfter.isPresent()) {
      window.pause(retryAfter.get());
    } else {
      quota(answer).ifPresent(window::observe);
    }
  }

  private Optional<Quota> quota(Headers answer) {
    return headers.stream()
        .flatMap(names -> names.read(answer).stream())
        .reduce(Quota::tighter)
        .or(() -> StructuredRateLimit.read(answer));
  }

  LimitState state() {
    return window.state();
  }

  static void takeToken(Bucket bucket, Budget budget, Cancellation cancellation) {
    Duration left = budget.remaining();
    if (left.isZero()) {
      throw budget.exhausted(); // a bucket does not know what it is to wait for no time at all
    }
    try {
      boolean taken =
          bucket
              .asBlocking()
              .tryConsume(1, left, nanos -> cancellation.sleep(Duration.ofNanos(nanos)));
      if (!taken) {
        throw tooLong("the declared rate allows no request in time");
      }
    } catch (InterruptedException e) {
      throw Cancellation.interrupted(e);
    }
  }

  private static ApiException tooLong(String why) {
    return new ApiException(ErrorCode.RATE_LIMIT, why + ", which is beyond the call's budget");
  }
}
