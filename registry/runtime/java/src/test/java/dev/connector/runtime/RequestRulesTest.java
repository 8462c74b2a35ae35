package dev.connector.runtime;

import static dev.connector.runtime.Background.eventually;
import static dev.connector.runtime.Background.result;
import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.answer;
import static dev.connector.runtime.TestApi.ok;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptEvent;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import dev.connector.runtime.settings.Capacity;
import dev.connector.runtime.settings.Deadlines;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.settings.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

  private static final Request READ = Request.get("things.list", "/things");

  private final Background background = new Background();
  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
  }

  @AfterEach
  void stop() {
    background.close();
    api.close();
  }

  @Test
  @DisplayName("REQ-1 a server that drips is cut off at the deadline")
  void cutsOffADrip() throws IOException {
    try (RawServer drip =
            new RawServer(
                connection -> {
                  RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
                  for (int i = 0; i < 1000; i++) {
                    Thread.sleep(20);
                    RawServer.write(connection, " ");
                  }
                });
        ApiClient client =
            api.client(attempts(Duration.ofMillis(300))).baseUrl(drip.url()).build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT);
      assertThat(failure.duration()).isBetween(Duration.ofMillis(300), Duration.ofSeconds(8));
    }
  }

  @Test
  @DisplayName("REQ-1 a server that says nothing is cut off, too")
  void cutsOffSilence() {
    api.answers(ok().newBuilder().headersDelay(20, SECONDS).build());
    try (ApiClient client = api.client(attempts(Duration.ofMillis(200))).build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT);
      assertThat(failure.getCause()).isNotNull();
    }
  }

  @Test
  @DisplayName("REQ-2 cancelling aborts the request on the wire and releases its slot")
  void cancelsOnTheWire() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch aborted = new CountDownLatch(1);
    try (RawServer silent =
            new RawServer(
                connection -> {
                  if (arrived.getCount() > 0) {
                    arrived.countDown();
                    RawServer.awaitClosed(connection);
                    aborted.countDown();
                  } else {
                    RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                  }
                });
        ApiClient client =
            api.client(attempts(Duration.ofSeconds(9)).with(new Capacity(1, 10, 1000)))
                .baseUrl(silent.url())
                .build()) {
      Cancellation cancellation = new Cancellation();
      Future<ApiException> call =
          background.start(() -> failure(() -> client.send(READ, cancellation)));
      assertThat(arrived.await(10, SECONDS)).isTrue();
      cancellation.cancel();
      assertThat(result(call).code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(result(call).duration())
          .as("long before the deadline")
          .isLessThan(Duration.ofSeconds(7));
      assertThat(aborted.await(4, SECONDS)).as("the server sees the connection end").isTrue();
      assertThat(client.send(READ).status()).as("the only slot is free again").isEqualTo(200);
    }
  }

  @Test
  @DisplayName("REQ-2 cancelling ends the wait before a retry")
  void cancelsTheWaitForARetry() throws Exception {
    api.answers(answer(503, "", "Retry-After", "9"));
    try (ApiClient client = api.client().build()) {
      Cancellation cancellation = new Cancellation();
      Future<ApiException> call =
          background.start(() -> failure(() -> client.send(READ, cancellation)));
      eventually(() -> client.metrics().retries() == 1);
      cancellation.cancel();
      ApiException failure = result(call);
      assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(failure.duration()).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  @DisplayName("REQ-2 cancelling ends the wait for a slot")
  void cancelsTheWaitForASlot() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    api.always(
        request -> {
          await(release);
          return ok();
        });
    try (ApiClient client =
        api.client(attempts(Duration.ofSeconds(9)).with(new Capacity(1, 10, 1000))).build()) {
      Future<Response> first = background.start(() -> client.send(READ));
      eventually(() -> api.requests().size() == 1);
      Cancellation cancellation = new Cancellation();
      Future<ApiException> second =
          background.start(() -> failure(() -> client.send(READ, cancellation)));
      Thread.sleep(200);
      cancellation.cancel();
      assertThat(result(second).code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(result(second).duration()).isLessThan(Duration.ofSeconds(6));
      assertThat(first.isDone()).isFalse();
      release.countDown();
      assertThat(result(first).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("REQ-2 cancelling ends the wait for the rate limit")
  void cancelsTheWaitForTheRate() throws Exception {
    api.answers(ok());
    try (ApiClient client =
        api.client().rateLimit(RateLimit.of(1, Duration.ofSeconds(8))).build()) {
      client.send(READ);
      Cancellation cancellation = new Cancellation();
      Future<ApiException> second =
          background.start(() -> failure(() -> client.send(READ, cancellation)));
      Thread.sleep(50);
      cancellation.cancel();
      ApiException failure = result(second);
      assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(failure.duration()).isLessThan(Duration.ofSeconds(6));
    }
  }

  @Test
  @DisplayName("REQ-2 interrupting the calling thread cancels, and the interrupt stays visible")
  void treatsInterruptsAsCancellation() throws Exception {
    api.answers(answer(503, "", "Retry-After", "9"));
    try (ApiClient client = api.client().build()) {
      List<ErrorCode> codes = new ArrayList<>();
      AtomicInteger interrupted = new AtomicInteger();
      Thread caller =
          new Thread(
              () -> {
                codes.add(failure(() -> client.send(READ)).code());
                interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 0);
              });
      caller.start();
      eventually(() -> client.metrics().retries() == 1);
      caller.interrupt();
      caller.join(8_000);
      assertThat(codes).containsExactly(ErrorCode.CANCELLED);
      assertThat(interrupted).hasValue(1);
    }
  }

  @Test
  @DisplayName("REQ-3 no more than the configured number of requests are in flight")
  void boundsConcurrency() throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    api.always(
        request -> {
          most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          pause(20);
          inFlight.decrementAndGet();
          return ok();
        });
    try (ApiClient client = api.client(TestApi.QUICK.with(new Capacity(2, 100, 1000))).build()) {
      background.all(24, () -> client.send(READ));
      assertThat(most).hasValue(2);
      assertThat(api.requests()).hasSize(24);
    }
  }

  @Test
  @DisplayName("REQ-3 waiting work is bounded: one call more fails at once")
  void boundsWaiting() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    api.always(
        request -> {
          await(release);
          return ok();
        });
    try (ApiClient client = api.client(TestApi.QUICK.with(new Capacity(1, 1, 1000))).build()) {
      Future<Response> first = background.start(() -> client.send(READ));
      eventually(() -> api.requests().size() == 1);
      Future<Response> second = background.start(() -> client.send(READ));
      ApiException refused = awaitRefusal(client, second);
      assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMIT);
      assertThat(refused.attempts()).isZero();
      release.countDown();
      assertThat(List.of(result(first).status(), result(second).status()))
          .containsExactly(200, 200);
    }
  }

  @Test
  @DisplayName("REQ-4 JSON is asked for, unless something else is declared")
  void asksForWhatIsDeclared() {
    api.answers(ok(), ok());
    try (ApiClient client = api.client().header("accept", "application/vnd.acme+json").build()) {
      client.send(READ);
      client.send(READ.header("Accept", "text/csv"));
    }
    assertThat(api.requests())
        .extracting(request -> request.getHeaders().values("Accept"))
        .containsExactly(List.of("application/vnd.acme+json"), List.of("text/csv"));
  }

  /** The second call may need a moment to take the only place in the queue. */
  private ApiException awaitRefusal(ApiClient client, Future<Response> second) throws Exception {
    Thread.sleep(200);
    assertThat(second.isDone()).isFalse();
    return failure(() -> client.send(READ));
  }

  @Test
  @DisplayName("REQ-4 a User-Agent and the defaults are on every request")
  void sendsTheDefaults() {
    api.answers(answer(503, ""), ok());
    try (ApiClient client =
        api.client()
            .header("X-Version", "7")
            .query("tenant", "a b")
            .query("expand", "x", "y")
            .build()) {
      client.send(READ.query("expand", "z").query("q", "1&2"));
    }
    assertThat(api.requests())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(request.getHeaders().get("User-Agent")).startsWith("acme/2.1.0 ");
              assertThat(request.getHeaders().get("X-Version")).isEqualTo("7");
              assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
              assertThat(request.getUrl().queryParameterValues("tenant")).containsExactly("a b");
              assertThat(request.getUrl().queryParameterValues("expand")).containsExactly("z");
              assertThat(request.getUrl().queryParameterValues("q")).containsExactly("1&2");
            });
  }

  @Test
  @DisplayName("REQ-5 one correlation id is on each attempt, the answer, the events and the error")
  void correlates() {
    api.answers(answer(503, ""), ok(), answer(404, ""));
    List<AttemptEvent> events = new ArrayList<>();
    try (ApiClient client = api.client().listener(events::add).build()) {
      Response response = client.send(READ);
      ApiException failure = failure(() -> client.send(READ));
      assertThat(api.requests())
          .extracting(request -> request.getHeaders().get("X-Correlation-Id"))
          .containsExactly(
              response.correlationId(), response.correlationId(), failure.correlationId());
      assertThat(events)
          .extracting(AttemptEvent::correlationId)
          .containsExactly(
              response.correlationId(), response.correlationId(), failure.correlationId());
      assertThat(failure.correlationId()).isNotBlank().isNotEqualTo(response.correlationId());
    }
  }

  @Test
  @DisplayName("REQ-6 a compressed answer is decoded")
  void decodesGzip() throws IOException {
    api.answers(gzipped("{\"name\":\"Grüße\"}"));
    try (ApiClient client = api.client().build()) {
      assertThat(client.send(READ).body().path("name").asText()).isEqualTo("Grüße");
      assertThat(api.requests().get(0).getHeaders().get("Accept-Encoding")).contains("gzip");
    }
  }

  @Test
  @DisplayName("REQ-6 a body over the limit is refused, and one at the limit is not")
  void refusesLongBodies() {
    api.answers(
        answer(200, "\"" + "x".repeat(98) + "\""), answer(200, "\"" + "x".repeat(99) + "\""));
    try (ApiClient client = api.client(TestApi.QUICK.with(new Capacity(1, 1, 100))).build()) {
      assertThat(client.send(READ).body().asText()).hasSize(98);
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.PARSING_ERROR);
      assertThat(failure.attempts()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("REQ-6 the limit counts decoded bytes, so a decompression bomb is refused")
  void refusesBombs() throws IOException {
    MockResponse bomb = gzipped("\"" + "0".repeat(5_000_000) + "\"");
    assertThat(bomb.getBody().getContentLength()).isLessThan(10_000);
    api.answers(bomb);
    try (ApiClient client = api.client(TestApi.QUICK.with(new Capacity(1, 1, 100_000))).build()) {
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.PARSING_ERROR);
    }
  }

  @Test
  void aPathValueIsEncodedAndCannotLeaveItsPlace() {
    api.answers(ok());
    try (ApiClient client = api.client().build()) {
      Request get = Request.get("things.get", "/things/{from}..{to}/x");
      client.send(get.variable("from", "a/b?c#d").variable("to", "ü %"));
      assertThat(api.requests().get(0).getTarget())
          .isEqualTo("/things/a%2Fb%3Fc%23d..%C3%BC%20%25/x");
      Request one = Request.get("things.get", "/things/{id}/x");
      for (Request wrong :
          List.of(
              one, one.variable("id", ".."), one.variable("id", ""), READ.variable("id", "1"))) {
        assertThat(failure(() -> client.send(wrong)).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
      }
    }
  }

  @Test
  void bodiesAreSentAsJsonOrAsForms() {
    api.answers(ok(), ok(), ok());
    try (ApiClient client = api.client().build()) {
      Request create = Request.post("things.create", "/things");
      client.send(create.body(Json.write(List.of("ü"))));
      client.send(create.form("a", "1", "2").form("b", "x y"));
      client.send(create);
    }
    assertThat(api.requests())
        .extracting(request -> request.getBody().utf8())
        .containsExactly("[\"ü\"]", "a=1&a=2&b=x+y", "");
    assertThat(api.requests().get(0).getHeaders().get("Content-Type"))
        .startsWith("application/json");
  }

  private static Policy attempts(Duration deadline) {
    return TestApi.QUICK
        .with(new Deadlines(deadline, Duration.ofSeconds(9), Duration.ofSeconds(5)))
        .with(new RetryPolicy(0, Duration.ZERO, 1, Duration.ZERO));
  }

  private static MockResponse gzipped(String text) throws IOException {
    Buffer compressed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(compressed))) {
      sink.writeUtf8(text);
    }
    return new MockResponse.Builder()
        .addHeader("Content-Encoding", "gzip")
        .body(compressed)
        .build();
  }

  private static void pause(long millis) {
    try {
      MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aBodyHasNoStringFormThatShowsItsValues() {
    Request form = Request.post("login", "/login").form("password", "hunter2");
    Request json = Request.post("login", "/login").body(Json.write(List.of("hunter2")));
    assertThat(form.content()).hasToString("Form[password]");
    assertThat(json.content()).hasToString("Json[]");
  }

  @Test
  void aByteOrderMarkBeforeTheDocumentIsNoPartOfIt() {
    api.answers(TestApi.answer(200, "\uFEFF{\"ok\":true}"));
    try (ApiClient client = api.client().build()) {
      assertThat(client.send(READ).body().path("ok").asBoolean()).isTrue();
    }
  }

  @Test
  void aBodyThatItsMethodCannotCarryIsACodedError() {
    try (ApiClient client = api.client().build()) {
      ApiException failure = failure(() -> client.send(READ.form("a", "b")));
      assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
      assertThat(failure.operation()).isEqualTo(READ.operation());
    }
  }

  @Test
  void anAnswerThatDoesNotFitItsTypeSaysWhichCallItWas() {
    api.answers(TestApi.answer(200, "{\"size\":\"huge\"}"));
    try (ApiClient client = api.client().build()) {
      Response response = client.send(READ);
      ApiException failure = failure(() -> response.as(Sized.class));
      assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
      assertThat(failure.correlationId()).isEqualTo(response.correlationId());
      assertThat(failure.status()).hasValue(200);
    }
  }

  record Sized(int size) {}
}
