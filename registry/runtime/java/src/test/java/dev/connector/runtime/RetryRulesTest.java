package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.answer;
import static dev.connector.runtime.TestApi.ok;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.Hook;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import dev.connector.runtime.settings.Deadlines;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RetryPolicy;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRulesTest {

  private static final Request READ = Request.get("things.list", "/things");
  private static final Request CREATE =
      Request.post("things.create", "/things").body(JsonNodeFactory.instance.objectNode());

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  @DisplayName("RETRY-1 a passing fault is retried")
  void retriesPassingFaults(int status) {
    api.answers(answer(status, ""), ok());
    try (ApiClient client = api.client().build()) {
      Response response = client.send(READ);
      assertThat(response.attempts()).isEqualTo(2);
      assertThat(client.metrics().retries()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 405, 409, 410, 412, 418, 422, 423, 501, 505})
  @DisplayName("RETRY-1 a lasting fault is not retried")
  void neverRetriesLastingFaults(int status) {
    api.answers(answer(status, ""));
    try (ApiClient client = api.client().build()) {
      assertThat(failure(() -> client.send(READ)).attempts()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("RETRY-1 a connection that breaks, before or in the answer, is retried")
  void retriesTransportErrors() {
    MockResponse silent =
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    MockResponse halfway =
        new MockResponse.Builder()
            .body("{\"a\":1,\"b\":\"" + "x".repeat(100_000) + "\"}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build();
    api.answers(silent, halfway, ok());
    try (ApiClient client = api.client().build()) {
      assertThat(client.send(READ).attempts()).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("RETRY-1 at most the configured number of retries is made, and the last fault told")
  void boundsTheRetries() {
    api.answers(answer(503, ""), answer(502, ""), answer(500, ""), answer(504, ""));
    try (ApiClient client = api.client().build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.attempts()).isEqualTo(4);
      assertThat(failure.status()).hasValue(504);
      assertThat(failure.retryable()).isTrue();
    }
  }

  @Test
  @DisplayName("RETRY-1 the HTTP library makes no attempts of its own")
  void countsEveryRequest() {
    api.always(request -> answer(503, "", "Retry-After", "0"));
    Policy policy = TestApi.QUICK.with(new RetryPolicy(0, Duration.ZERO, 1, Duration.ZERO));
    try (ApiClient client = api.client(policy).build()) {
      failure(() -> client.send(READ));
      assertThat(api.requests()).hasSize(1);
    }
  }

  @Test
  @DisplayName("RETRY-2 delays grow by the multiplier up to the cap and are spread by half")
  void growsTheDelays() {
    RetryPolicy policy = new RetryPolicy(9, Duration.ofSeconds(1), 2, Duration.ofSeconds(30));
    List<Duration> longest = new ArrayList<>();
    List<Duration> shortest = new ArrayList<>();
    for (int n = 0; n < 7; n++) {
      longest.add(policy.delay(n, 1));
      shortest.add(policy.delay(n, 0));
    }
    assertThat(longest)
        .extracting(Duration::toMillis)
        .containsExactly(1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L);
    assertThat(shortest)
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 15000L, 15000L);
  }

  @Test
  @DisplayName("RETRY-2 the client waits that long between attempts")
  void waitsBetweenAttempts() {
    api.answers(answer(503, ""), answer(503, ""), ok());
    List<Duration> delays = new ArrayList<>();
    Policy policy =
        TestApi.QUICK.with(new RetryPolicy(3, Duration.ofMillis(100), 3, Duration.ofMillis(200)));
    try (ApiClient client = api.client(policy).random(() -> 1).hook(recording(delays)).build()) {
      Response response = client.send(READ);
      assertThat(delays).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
      assertThat(response.duration()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }
  }

  @Test
  @DisplayName("RETRY-3 Retry-After in seconds is never undercut")
  void honoursSeconds() {
    api.answers(answer(503, "", "Retry-After", "1"), ok());
    try (ApiClient client = api.client().build()) {
      assertThat(client.send(READ).duration()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  @DisplayName("RETRY-3 Retry-After as an HTTP date is never undercut")
  void honoursDates() {
    ZonedDateTime then = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2).withNano(0);
    api.answers(
        answer(429, "", "Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(then)), ok());
    try (ApiClient client = api.client().build()) {
      client.send(READ);
      assertThat(ZonedDateTime.now(ZoneOffset.UTC)).isAfterOrEqualTo(then);
    }
  }

  @Test
  @DisplayName("RETRY-3 a date is read by the clock of the server that wrote it")
  void readsDatesByTheServersClock() {
    api.answers(
        answer(
            503,
            "",
            "Date",
            "Tue, 01 Jan 2030 00:00:00 GMT",
            "Retry-After",
            "Tue, 01 Jan 2030 00:00:01 GMT"),
        ok());
    try (ApiClient client = api.client().build()) {
      assertThat(client.send(READ).duration())
          .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  @DisplayName("RETRY-3 a wait beyond the budget fails at once with RATE_LIMIT")
  void refusesLongWaits(int status) {
    api.answers(answer(status, "", "Retry-After", "3600"));
    try (ApiClient client = api.client().build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMIT);
      assertThat(failure.status()).hasValue(status);
      assertThat(failure.duration()).isLessThan(Duration.ofSeconds(9));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "999999999999",
        "1e15",
        "1e300",
        "-1",
        "NaN",
        "soon",
        "Fri, 31 Dec 9999 23:59:59 GMT"
      })
  @DisplayName("RETRY-3 whatever Retry-After holds, the call ends in a code")
  void survivesNonsense(String value) {
    api.always(request -> answer(503, "", "Retry-After", value));
    try (ApiClient client = api.client().build()) {
      assertThat(failure(() -> client.send(READ)).code())
          .isIn(ErrorCode.RATE_LIMIT, ErrorCode.SERVER_ERROR);
    }
  }

  @Test
  @DisplayName("RETRY-4 the budget bounds attempts and waits together")
  void keepsTheBudget() {
    api.always(request -> answer(503, "").newBuilder().headersDelay(50, MILLISECONDS).build());
    Duration budget = Duration.ofMillis(1500);
    Policy policy =
        TestApi.QUICK
            .with(new RetryPolicy(100, Duration.ofMillis(50), 1, Duration.ofMillis(50)))
            .with(new Deadlines(Duration.ofSeconds(5), budget, Duration.ofSeconds(5)));
    try (ApiClient client = api.client(policy).build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.attempts()).isLessThan(20);
      assertThat(failure.duration()).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  @DisplayName("RETRY-4 a wait that the budget does not allow is not begun")
  void refusesToWaitBeyondTheBudget() {
    api.answers(answer(503, ""));
    Duration budget = Duration.ofSeconds(2);
    Policy policy =
        TestApi.QUICK
            .with(new RetryPolicy(3, Duration.ofSeconds(20), 1, Duration.ofSeconds(20)))
            .with(new Deadlines(budget, budget, budget));
    try (ApiClient client = api.client(policy).build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).as("what the API said").isEqualTo(ErrorCode.SERVER_ERROR);
      assertThat(failure.duration()).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  @DisplayName("RETRY-4 an attempt gets no more time than the budget has left")
  void cutsTheLastAttemptShort() {
    api.always(request -> ok().newBuilder().headersDelay(20, SECONDS).build());
    Policy policy =
        TestApi.QUICK.with(
            new Deadlines(Duration.ofSeconds(15), Duration.ofMillis(300), Duration.ofSeconds(5)));
    try (ApiClient client = api.client(policy).build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT);
      assertThat(failure.duration()).isLessThan(Duration.ofSeconds(10));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH"})
  @DisplayName("RETRY-5 a request with side effects is not sent twice")
  void neverRepeatsSideEffects(String method) {
    api.answers(answer(503, ""));
    try (ApiClient client = api.client().build()) {
      ApiException failure =
          failure(() -> client.send(Request.of(method, "things.change", "/things")));
      assertThat(failure.attempts()).isEqualTo(1);
      assertThat(failure.retryable()).isFalse();
    }
  }

  @Test
  @DisplayName("RETRY-5 nor is it when the connection broke after it was sent")
  void neverRepeatsAfterABrokenConnection() {
    api.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    try (ApiClient client = api.client().build()) {
      ApiException failure = failure(() -> client.send(CREATE));
      assertThat(failure.code()).isEqualTo(ErrorCode.NETWORK_ERROR);
      assertThat(failure.attempts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  @DisplayName("RETRY-5 an idempotent method is retried")
  void repeatsIdempotentMethods(String method) {
    api.answers(answer(503, ""), ok());
    try (ApiClient client = api.client().build()) {
      assertThat(client.send(Request.of(method, "things.change", "/things")).attempts())
          .isEqualTo(2);
    }
  }

  @Test
  @DisplayName("RETRY-5 an idempotency key is the same on each attempt and new for each call")
  void keepsTheIdempotencyKey() {
    api.answers(answer(503, ""), answer(502, ""), ok(), ok());
    Request keyed = CREATE.idempotencyKey("Idempotency-Key");
    try (ApiClient client = api.client().build()) {
      assertThat(client.send(keyed).attempts()).isEqualTo(3);
      client.send(keyed);
    }
    List<String> keys =
        api.requests().stream().map(it -> it.getHeaders().get("Idempotency-Key")).toList();
    assertThat(keys.subList(0, 3)).doesNotContainNull().containsOnly(keys.get(0));
    assertThat(keys.get(3)).isNotBlank().isNotEqualTo(keys.get(0));
  }

  @Test
  @DisplayName("RETRY-5 a POST that only reads is retried")
  void repeatsSafePosts() {
    api.answers(answer(503, ""), ok());
    try (ApiClient client = api.client().build()) {
      assertThat(client.send(CREATE.safe()).attempts()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("RETRY-5 a request that surely never reached the server is retried")
  void repeatsWhatWasNeverSent() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    try (ApiClient client = api.client().baseUrl("http://127.0.0.1:" + unused).build()) {
      ApiException failure = failure(() -> client.send(CREATE));
      assertThat(failure.code()).isEqualTo(ErrorCode.NETWORK_ERROR);
      assertThat(failure.attempts()).isEqualTo(4);
    }
  }

  @Test
  @DisplayName("RETRY-6 an HTML 502 and an empty 503 are server errors, retried and never data")
  void treatsErrorPagesAsErrors() {
    MockResponse page = answer(502, "<html>Bad Gateway</html>", "Content-Type", "text/html");
    api.answers(page, answer(503, ""), ok(), page, page, page, page);
    try (ApiClient client = api.client().build()) {
      assertThat(client.send(READ).body().path("ok").asBoolean()).isTrue();
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_ERROR);
      assertThat(failure.status()).hasValue(502);
    }
  }

  private static Hook recording(List<Duration> delays) {
    return new Hook() {
      @Override
      public Duration onRetry(Request request, ApiException error, Duration delay) {
        delays.add(delay);
        return delay;
      }
    };
  }
}
