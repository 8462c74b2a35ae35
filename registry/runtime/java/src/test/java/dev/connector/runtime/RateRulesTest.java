package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.answer;
import static dev.connector.runtime.TestApi.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.RateLimitHeaders;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.settings.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRulesTest {

  private static final Request READ = Request.get("things.list", "/things");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Background background = new Background();
  private final List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());
  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
    api.always(
        request -> {
          arrivals.add(System.nanoTime());
          return ok();
        });
  }

  @AfterEach
  void stop() {
    background.close();
    api.close();
  }

  @Test
  @DisplayName("RATE-1 a burst up to the capacity passes at once")
  void letsBurstsPass() {
    try (ApiClient client =
        api.client().rateLimit(RateLimit.of(10, Duration.ofHours(1)).burst(4)).build()) {
      for (int i = 0; i < 4; i++) {
        client.send(READ);
      }
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMIT);
      assertThat(failure.attempts()).isZero();
      assertThat(failure.duration()).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  @DisplayName("RATE-1 no window sees more than the declared rate, under concurrency too")
  void keepsTheRateUnderConcurrency() throws Exception {
    RateLimit limit = RateLimit.of(10, SECOND).burst(3);
    try (ApiClient client = api.client().rateLimit(limit).build()) {
      background.all(25, () -> client.send(READ));
    }
    assertThat(mostInAnyWindow(SECOND.minusMillis(100))).isLessThanOrEqualTo(10);
    assertThat(span()).isGreaterThanOrEqualTo(Duration.ofMillis(2500));
  }

  @Test
  @DisplayName("RATE-1 a rate of less than one a second is kept")
  void keepsSlowRates() {
    try (ApiClient client =
        api.client().rateLimit(RateLimit.of(1, Duration.ofMillis(1300))).build()) {
      client.send(READ);
      client.send(READ);
    }
    assertThat(span()).isGreaterThanOrEqualTo(Duration.ofMillis(1250));
  }

  @Test
  @DisplayName("RATE-1 retries are requests, too")
  void countsRetries() {
    api.answers(answer(503, ""), answer(503, ""));
    try (ApiClient client =
        api.client().rateLimit(RateLimit.of(4, Duration.ofHours(1)).burst(4)).build()) {
      client.send(READ);
      client.send(READ);
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.RATE_LIMIT);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "10,1", "10,4", "10,10", "100,10", "7,3"})
  @DisplayName("RATE-1 the bucket's arithmetic: greedy use of it never exceeds a window")
  void boundsEveryWindow(long requests, long burst) {
    RateLimit limit = RateLimit.of(requests, Duration.ofSeconds(10)).burst(burst);
    assertThat(limit.bandwidth().getCapacity()).isEqualTo(burst);
    // A window sees at most what was saved and what is gained before its end.
    assertThat(limit.bandwidth().getCapacity() + limit.bandwidth().getRefillTokens() - 1)
        .isEqualTo(requests);
  }

  @Test
  @DisplayName("RATE-2 a longer quota holds together with the short one")
  void keepsAllQuotas() {
    try (ApiClient client =
        api.client()
            .rateLimit(RateLimit.of(100, SECOND).burst(100))
            .rateLimit(RateLimit.of(5, Duration.ofDays(1)).burst(5))
            .build()) {
      for (int i = 0; i < 5; i++) {
        client.send(READ);
      }
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.RATE_LIMIT);
      assertThat(arrivals).hasSize(5);
    }
  }

  @Test
  @DisplayName("RATE-2 rates that the user sets take the place of those declared")
  void letsTheUserDecide() {
    Policy policy = TestApi.QUICK.with(List.of(RateLimit.of(2, Duration.ofDays(1)).burst(2)));
    try (ApiClient client =
        api.client(policy).rateLimit(RateLimit.of(9, Duration.ofDays(1)).burst(9)).build()) {
      client.send(READ);
      client.send(READ);
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.RATE_LIMIT);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-RateLimit-Remaining: 0 | X-RateLimit-Reset: 1",
        "X-RateLimit-Remaining: 0 | X-RateLimit-Reset: {epoch}",
        "X-RateLimit-Remaining: 0 | X-RateLimit-Reset: {epoch}000",
        "RateLimit-Remaining: 0 | RateLimit-Reset: 1",
        "RateLimit: limit=10, remaining=0, reset=1 | X-Nothing: 1",
        "RateLimit: \"hour\";r=900;t=60, \"burst\";r=0;t=1 | X-Nothing: 1",
        "RateLimit: \"burst\";r=0 | RateLimit-Policy: \"hour\";q=9;w=60, \"burst\";q=10;w=1",
        "X-Acme-Left: 0 | X-Acme-Window: 1000"
      })
  @DisplayName("RATE-3 the client waits for the reset that an answer announces")
  void slowsDownBeforeA429(String first, String second) {
    long epoch = Instant.now().getEpochSecond() + 2;
    String[] a = first.split(": ", 2);
    String[] b = second.replace("{epoch}", Long.toString(epoch)).split(": ", 2);
    MockResponse last = answer(200, "{}", a[0], a[1], b[0], b[1]);
    api.answers(last);
    try (ApiClient client =
        api.client()
            .rateLimitHeaders(
                new RateLimitHeaders(
                    "X-Acme-Left", "X-Acme-Window", RateLimitHeaders.ResetUnit.MILLISECONDS))
            .build()) {
      client.send(READ);
      Response next = client.send(READ);
      assertThat(next.duration()).isBetween(Duration.ofMillis(700), Duration.ofSeconds(9));
    }
  }

  @Test
  @DisplayName("RATE-3 a client with many threads stays within what is left")
  void sharesWhatIsLeft() throws Exception {
    api.answers(answer(200, "{}", "X-RateLimit-Remaining", "3", "X-RateLimit-Reset", "2"));
    try (ApiClient client = api.client().build()) {
      client.send(READ);
      long before = System.nanoTime();
      background.all(8, () -> client.send(READ));
      long early =
          arrivals.stream().filter(at -> at - before < Duration.ofMillis(1500).toNanos()).count();
      assertThat(early).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("RATE-3 a reset beyond the budget fails at once, with nothing sent")
  void refusesLongResets() {
    api.answers(answer(200, "{}", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "3600"));
    try (ApiClient client = api.client().build()) {
      client.send(READ);
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMIT);
      assertThat(failure.attempts()).isZero();
    }
  }

  @Test
  @DisplayName("RATE-3 a 429 with Retry-After makes the other calls wait, too")
  void pausesEveryone() {
    api.answers(answer(429, "", "Retry-After", "1"));
    Policy policy = TestApi.QUICK.with(new RetryPolicy(0, Duration.ZERO, 1, Duration.ZERO));
    try (ApiClient client = api.client(policy).build()) {
      failure(() -> client.send(READ));
      assertThat(client.send(READ).duration()).isGreaterThan(Duration.ofMillis(700));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-RateLimit-Remaining: many | X-RateLimit-Reset: soon",
        "X-RateLimit-Remaining: 0 | X-RateLimit-Reset: -5",
        "RateLimit: ;;=,, | RateLimit-Policy: =",
        "X-RateLimit-Remaining: 0 | X-Nothing: 1",
        "X-RateLimit-Remaining: 0 | X-RateLimit-Reset: 99999999999999999999",
        "X-RateLimit-Remaining: 0 | X-RateLimit-Reset: NaN",
        "RateLimit: \"a\";r=0;t=Infinity | X-Nothing: 1"
      })
  @DisplayName("RATE-3 what cannot be read is ignored")
  void ignoresNonsense(String first, String second) {
    String[] a = first.split(": ", 2);
    String[] b = second.split(": ", 2);
    api.answers(answer(200, "{}", a[0], a[1], b[0], b[1]));
    try (ApiClient client = api.client().build()) {
      client.send(READ);
      assertThat(client.send(READ).duration()).isLessThan(Duration.ofSeconds(4));
    }
  }

  private long mostInAnyWindow(Duration window) {
    return arrivals.stream()
        .mapToLong(
            from ->
                arrivals.stream().filter(at -> at >= from && at < from + window.toNanos()).count())
        .max()
        .orElse(0);
  }

  private Duration span() {
    return Duration.ofNanos(Collections.max(arrivals) - Collections.min(arrivals));
  }

  @Test
  @DisplayName("RATE-3 a window that has no fixed end is followed as it moves")
  void followsAMovingWindow() {
    api.always(
        request ->
            answer(200, "{}", "X-Acme-Left", "3", "X-Acme-Window", "20000")
                .newBuilder()
                .headersDelay(400, TimeUnit.MILLISECONDS)
                .build());
    try (ApiClient client =
        api.client()
            .rateLimitHeaders(
                new RateLimitHeaders(
                    "X-Acme-Left", "X-Acme-Window", RateLimitHeaders.ResetUnit.MILLISECONDS))
            .build()) {
      for (int i = 0; i < 7; i++) {
        assertThat(client.send(READ).attempts()).isEqualTo(1);
      }
    }
  }

  @Test
  @DisplayName("RATE-3 the answer to an earlier request does not end the pause a 429 asks for")
  void keepsThePauseWhateverElseIsAnswered() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    api.always(request -> request.getTarget().equals("/slow") ? slow(refused) : paused());
    Policy policy = TestApi.QUICK.with(new RetryPolicy(0, Duration.ZERO, 1, Duration.ZERO));
    try (ApiClient client = api.client(policy).build()) {
      Future<Response> slow =
          background.start(() -> client.send(Request.get("things.slow", "/slow")));
      Background.eventually(() -> api.requests().size() == 1);
      failure(() -> client.send(READ));
      refused.countDown();
      Background.result(slow);
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMIT);
      assertThat(failure.attempts()).isZero();
    }
  }

  private static MockResponse slow(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer(200, "{}", "X-RateLimit-Remaining", "50", "X-RateLimit-Reset", "9");
  }

  private static MockResponse paused() {
    return answer(429, "", "Retry-After", "60");
  }
}
