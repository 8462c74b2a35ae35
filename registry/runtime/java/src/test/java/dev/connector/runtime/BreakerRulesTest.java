package dev.connector.runtime;

import static dev.connector.runtime.Background.eventually;
import static dev.connector.runtime.Background.result;
import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.answer;
import static dev.connector.runtime.TestApi.ok;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import dev.connector.runtime.settings.BreakerPolicy;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BreakerRulesTest {

  private static final Request READ = Request.get("things.list", "/things");
  private static final Duration OPEN = Duration.ofMillis(300);

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
  @DisplayName("BREAK-1 five failed attempts in a row open the circuit, whatever their kind")
  void opensAfterFailuresInARow() {
    api.answers(answer(500, ""), answer(503, ""), broken(), answer(501, ""), broken());
    try (ApiClient client = client(Duration.ofSeconds(60))) {
      for (int i = 0; i < 5; i++) {
        assertThat(failure(() -> client.send(READ)).code()).isNotEqualTo(ErrorCode.CIRCUIT_OPEN);
      }
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.CIRCUIT_OPEN);
    }
  }

  @Test
  @DisplayName("BREAK-1 any answer that is not a server error ends the row")
  void startsOverAfterAnAnswer() {
    for (MockResponse answered : List.of(ok(), answer(404, ""), answer(429, ""))) {
      for (int i = 0; i < 4; i++) {
        api.answers(answer(503, ""));
      }
      api.answers(answered);
    }
    api.answers(ok());
    try (ApiClient client = client(Duration.ofSeconds(60))) {
      for (int i = 0; i < 16; i++) {
        send(client);
      }
      assertThat(api.requests()).hasSize(16);
    }
  }

  @Test
  @DisplayName("BREAK-1 refusals of the caller's requests never open the circuit")
  void ignoresRefusals() {
    api.always(request -> answer(api.requests().size() <= 6 ? 429 : 400, ""));
    try (ApiClient client = client(Duration.ofSeconds(60))) {
      for (int i = 0; i < 12; i++) {
        send(client);
      }
      assertThat(api.requests()).hasSize(12);
    }
  }

  @Test
  @DisplayName("BREAK-1 each attempt counts, and an open circuit ends the retries of a call")
  void countsAttempts() {
    api.always(request -> answer(503, ""));
    Policy policy = TestApi.QUICK.with(new BreakerPolicy(5, Duration.ofSeconds(60), 3));
    try (ApiClient client = api.client(policy).build()) {
      assertThat(failure(() -> client.send(READ)).attempts()).isEqualTo(4);
      ApiException last = failure(() -> client.send(READ));
      assertThat(last.attempts()).isEqualTo(1);
      assertThat(last.code()).as("what the API said").isEqualTo(ErrorCode.SERVER_ERROR);
      assertThat(failure(() -> client.send(READ)).attempts()).isZero();
      assertThat(api.requests()).hasSize(5);
    }
  }

  @Test
  @DisplayName("BREAK-2 while open nothing is sent and callers are told at once")
  void staysOpen() {
    api.answers(failing(5));
    try (ApiClient client = client(Duration.ofSeconds(60))) {
      trip(client);
      for (int i = 0; i < 10; i++) {
        ApiException failure = failure(() -> client.send(READ));
        assertThat(failure.code()).isEqualTo(ErrorCode.CIRCUIT_OPEN);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.duration()).isLessThan(Duration.ofSeconds(2));
      }
      assertThat(api.requests()).hasSize(5);
    }
  }

  @Test
  @DisplayName("BREAK-3 at most three trials pass at a time")
  void limitsTheTrials() throws Exception {
    api.answers(failing(5));
    CountDownLatch release = new CountDownLatch(1);
    api.always(
        request -> {
          await(release);
          return ok();
        });
    try (ApiClient client = client(OPEN)) {
      trip(client);
      Thread.sleep(OPEN.toMillis() + 50);
      List<Future<Response>> trials =
          List.of(
              background.start(() -> client.send(READ)),
              background.start(() -> client.send(READ)),
              background.start(() -> client.send(READ)));
      eventually(() -> api.requests().size() == 8);
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.CIRCUIT_OPEN);
      release.countDown();
      for (Future<Response> trial : trials) {
        assertThat(result(trial).status()).isEqualTo(200);
      }
      assertThat(client.send(READ).status()).as("closed again").isEqualTo(200);
    }
  }

  @Test
  @DisplayName("BREAK-3 it closes when the trials succeed, and counts from the start again")
  void closesAfterTheTrials() throws Exception {
    api.answers(failing(5)).answers(ok(), ok(), ok()).answers(failing(4)).answers(ok());
    try (ApiClient client = client(OPEN)) {
      trip(client);
      Thread.sleep(OPEN.toMillis() + 50);
      for (int i = 0; i < 8; i++) {
        send(client);
      }
      assertThat(api.requests()).hasSize(13);
    }
  }

  @Test
  @DisplayName("BREAK-3 the first trial that fails opens it again at once")
  void reopensOnTheFirstFailedTrial() throws Exception {
    api.answers(failing(5)).answers(ok(), answer(503, "")).answers(ok());
    try (ApiClient client = client(OPEN)) {
      trip(client);
      Thread.sleep(OPEN.toMillis() + 50);
      send(client);
      send(client);
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.CIRCUIT_OPEN);
      Thread.sleep(OPEN.toMillis() + 50);
      assertThat(client.send(READ).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("BREAK-3 so it does where fewer failures than trials open it")
  void reopensWhereTrialsOutnumberFailures() throws Exception {
    api.answers(failing(2)).answers(ok(), answer(503, ""));
    try (ApiClient client = client(new BreakerPolicy(2, OPEN, 3))) {
      send(client);
      send(client);
      Thread.sleep(OPEN.toMillis() + 50);
      send(client);
      send(client);
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.CIRCUIT_OPEN);
    }
  }

  @Test
  @DisplayName("BREAK-3 a cancelled trial gives its place back")
  void givesBackCancelledTrials() throws Exception {
    api.answers(failing(5));
    api.always(request -> ok().newBuilder().headersDelay(10, SECONDS).build());
    try (ApiClient client = client(OPEN)) {
      trip(client);
      Thread.sleep(OPEN.toMillis() + 50);
      for (int i = 0; i < 6; i++) {
        Cancellation cancellation = new Cancellation();
        int sent = 6 + i;
        Future<ApiException> trial =
            background.start(() -> failure(() -> client.send(READ, cancellation)));
        eventually(() -> api.requests().size() == sent);
        cancellation.cancel();
        assertThat(result(trial).code()).isEqualTo(ErrorCode.CANCELLED);
      }
    }
  }

  private ApiClient client(Duration open) {
    return client(new BreakerPolicy(5, open, 3));
  }

  private ApiClient client(BreakerPolicy breaker) {
    return api.client(
            TestApi.QUICK.with(breaker).with(new RetryPolicy(0, Duration.ZERO, 1, Duration.ZERO)))
        .build();
  }

  private static void trip(ApiClient client) {
    for (int i = 0; i < 5; i++) {
      failure(() -> client.send(READ));
    }
  }

  /** Sends, whatever comes of it but an open circuit. */
  private static void send(ApiClient client) {
    try {
      client.send(READ);
    } catch (ApiException e) {
      assertThat(e.code()).isNotEqualTo(ErrorCode.CIRCUIT_OPEN);
    }
  }

  private static MockResponse[] failing(int times) {
    MockResponse[] answers = new MockResponse[times];
    Arrays.fill(answers, answer(503, ""));
    return answers;
  }

  private static MockResponse broken() {
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
