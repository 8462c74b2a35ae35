package dev.connector.runtime;

import static dev.connector.runtime.Background.eventually;
import static dev.connector.runtime.Background.result;
import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.ok;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import dev.connector.runtime.settings.BreakerPolicy;
import dev.connector.runtime.settings.Deadlines;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.settings.RetryPolicy;
import dev.connector.runtime.settings.Secret;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.settings.Settings;
import dev.connector.runtime.settings.Shape;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleRulesTest {

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
  @DisplayName("LIFE-1 every missing or malformed setting is named at once, and no value")
  void reportsAllProblems() {
    Setting<Secret> token = Setting.required("accessToken", Shape.secret());
    Setting<String> base = Setting.required("base", Shape.matching(Pattern.compile("[A-Z]{3}")));
    List<Setting<?>> declared = new ArrayList<>(List.of(token, base));
    declared.addAll(Policy.SETTINGS);
    Map<String, String> environment =
        Map.of(
            "ACME_ACCESS_TOKEN", "  ",
            "ACME_BASE", "wrong-value",
            "ACME_MAX_RETRIES", "lots-value",
            "ACME_CALL_BUDGET", "-5s-value");
    ApiException failure = failure(() -> Settings.read("acme", environment, declared));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_CONFIG);
    assertThat(failure.getMessage())
        .contains("ACME_ACCESS_TOKEN is missing")
        .contains("ACME_BASE must be", "ACME_MAX_RETRIES must be", "ACME_CALL_BUDGET must be")
        .doesNotContain("value");
    assertThat(failure.getCause()).isNull();
  }

  @Test
  @DisplayName("LIFE-1 well-formed settings are read by their declarations")
  void readsSettings() {
    Setting<Secret> token = Setting.required("accessToken", Shape.secret());
    Setting<String> base = Setting.withDefault("base", Shape.text(), "EUR");
    Setting<Duration> lookback = Setting.optional("lookBack", Shape.duration());
    Settings settings =
        Settings.read(
            "my-api",
            Map.of("MY_API_ACCESS_TOKEN", " t0ps3cret\n"),
            List.of(token, base, lookback));
    assertThat(settings.get(token).reveal()).isEqualTo("t0ps3cret");
    assertThat(settings.get(base)).isEqualTo("EUR");
    assertThat(settings.find(lookback)).isEmpty();
    assertThat(settings).asString().doesNotContain("t0ps3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATTEMPT_TIMEOUT=0s",
        "ATTEMPT_TIMEOUT=30",
        "ATTEMPT_TIMEOUT=PT-3S",
        "CALL_BUDGET=99999d",
        "CALL_BUDGET=PT999999999999H",
        "CLOSE_TIMEOUT=soon",
        "MAX_RETRIES=-1",
        "MAX_RETRIES=2.5",
        "MAX_RETRIES=99999999999999999999",
        "RETRY_MULTIPLIER=0.5",
        "RETRY_MULTIPLIER=NaN",
        "RETRY_FIRST_DELAY=1w",
        "RETRY_MAX_DELAY=s",
        "BREAKER_FAILURES=0",
        "BREAKER_OPEN=-1s",
        "BREAKER_TRIALS=0",
        "MAX_CONCURRENT=0",
        "MAX_WAITING=-1",
        "MAX_BODY_BYTES=0",
        "RATE_LIMITS=100",
        "RATE_LIMITS=100/0s",
        "RATE_LIMITS=0/1s",
        "RATE_LIMITS=10/1s/11",
        "RATE_LIMITS=10/1s,",
      })
  @DisplayName("LIFE-1 a malformed policy value names its setting")
  void namesMalformedPolicyValues(String assignment) {
    String[] parts = assignment.split("=", 2);
    ApiException failure =
        failure(() -> Policy.fromEnvironment("ACME", Map.of("ACME_" + parts[0], parts[1])));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_CONFIG);
    assertThat(failure.getMessage()).startsWith("ACME_" + parts[0] + " must be ");
  }

  @Test
  @DisplayName("LIFE-1 the defaults are those of the specification, and each can be set")
  void readsThePolicy() {
    Policy defaults = Policy.defaults();
    assertThat(defaults.deadlines())
        .isEqualTo(
            new Deadlines(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(30)));
    assertThat(defaults.retries())
        .isEqualTo(new RetryPolicy(3, Duration.ofSeconds(1), 2, Duration.ofSeconds(30)));
    assertThat(defaults.breaker()).isEqualTo(new BreakerPolicy(5, Duration.ofSeconds(60), 3));
    assertThat(defaults.capacity().concurrent()).isEqualTo(10);
    assertThat(
            Policy.fromEnvironment(
                "ACME",
                Map.of(
                    "ACME_ATTEMPT_TIMEOUT", "250ms",
                    "ACME_MAX_RETRIES", "0",
                    "ACME_BREAKER_OPEN", "PT1M30S",
                    "ACME_RATE_LIMITS", "100/10s, 250000/1d/50")))
        .isEqualTo(
            defaults
                .with(
                    new Deadlines(
                        Duration.ofMillis(250), Duration.ofSeconds(60), Duration.ofSeconds(30)))
                .with(new RetryPolicy(0, Duration.ofSeconds(1), 2, Duration.ofSeconds(30)))
                .with(new BreakerPolicy(5, Duration.ofSeconds(90), 3))
                .with(
                    List.of(
                        RateLimit.of(100, Duration.ofSeconds(10)).burst(10),
                        RateLimit.of(250_000, Duration.ofDays(1)).burst(50))));
  }

  @ParameterizedTest
  @CsvSource({
    "'',baseUrl must be an http or https URL",
    "ftp://host,baseUrl must be an http or https URL",
    "http://example.com,'baseUrl must use https, except on this machine'",
    "https://joe:hunter2@example.com,baseUrl must not hold a user name or password",
    "https://example.com?key=hunter2,baseUrl must not hold a query or fragment"
  })
  @DisplayName("LIFE-1 a client that cannot work is refused before any call")
  void refusesWrongBaseUrls(String url, String message) {
    ApiException failure =
        failure(() -> ApiClient.builder("acme", "1.0.0").baseUrl(url).header("X-A", "b\n").build());
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_CONFIG);
    assertThat(failure.getMessage())
        .isEqualTo(message + "; header X-A holds a character HTTP does not allow");
  }

  @Test
  @DisplayName("LIFE-2 closing waits for requests in flight")
  void waitsForRequestsInFlight() throws Exception {
    api.answers(ok().newBuilder().headersDelay(400, MILLISECONDS).build());
    ApiClient client = api.client().build();
    Future<Response> call = background.start(() -> client.send(READ));
    eventually(() -> api.requests().size() == 1);
    client.close();
    assertThat(call.isDone() || result(call).status() == 200).isTrue();
    assertThat(result(call).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("LIFE-2 after the deadline closing cancels what is still in flight")
  void cancelsAfterTheDeadline() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch aborted = new CountDownLatch(1);
    try (RawServer silent =
        new RawServer(
            connection -> {
              arrived.countDown();
              RawServer.awaitClosed(connection);
              aborted.countDown();
            })) {
      Policy policy =
          TestApi.QUICK.with(
              new Deadlines(
                  Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofMillis(200)));
      ApiClient client = api.client(policy).baseUrl(silent.url()).build();
      Future<ApiException> call = background.start(() -> failure(() -> client.send(READ)));
      assertThat(arrived.await(10, SECONDS)).isTrue();
      client.close();
      assertThat(result(call).code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(result(call).duration()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(10));
      assertThat(aborted.await(5, SECONDS)).isTrue();
    }
  }

  @Test
  @DisplayName("LIFE-2 closing twice is harmless, and use after closing is CANCELLED")
  void closesOnce() {
    ApiClient client = api.client().build();
    client.close();
    client.close();
    ApiException failure = failure(() -> client.send(READ));
    assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(failure.getMessage()).contains("closed");
    assertThat(failure.attempts()).isZero();
  }
}
