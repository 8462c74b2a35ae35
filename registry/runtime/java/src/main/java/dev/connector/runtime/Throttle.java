package dev.connector.runtime;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;

/** Keeps the declared rates, all of them together, and heeds what the API says about its own. */
final class Throttle {

  private final Optional<Bucket> bucket;
  private final List<RateLimitHeaders> headers;
  private final ServerWindow window = new ServerWindow();

  Throttle(List<RateLimit> rates, List<RateLimitHeaders> headers) {
    this.bucket = rates.isEmpty() ? Optional.empty() : Optional.of(bucket(rates));
    this.headers = List.copyOf(headers);
  }

  private static Bucket bucket(List<RateLimit> rates) {
    LocalBucketBuilder builder = Bucket.builder().withNanosecondPrecision();
    rates.forEach(rate -> builder.addLimit(rate.bandwidth()));
    return builder.build();
  }

  /**
   * Waits until one request may be sent; {@link #done} has to follow.
   *
   * @throws ApiException with {@link ErrorCode#RATE_LIMIT}, at once, where the budget is too short
   */
  void acquire(Budget budget, Cancellation cancellation) {
    Duration wait = window.waitingTime();
    do {
      budget.check();
      if (!budget.allows(wait)) {
        throw tooLong("the API's limit allows no request for " + wait.toMillis() + " ms");
      }
      cancellation.sleep(wait);
      takeToken(budget, cancellation);
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

  private void takeToken(Budget budget, Cancellation cancellation) {
    if (bucket.isEmpty()) {
      return;
    }
    try {
      boolean taken =
          bucket
              .get()
              .asBlocking()
              .tryConsume(
                  1, budget.remaining(), nanos -> cancellation.sleep(Duration.ofNanos(nanos)));
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
