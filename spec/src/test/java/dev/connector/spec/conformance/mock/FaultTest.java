package dev.connector.spec.conformance.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.mock.fault.Compression;
import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.FaultRule;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import dev.connector.spec.conformance.mock.fault.WireFault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of answers and connections, as a bare client sees them and as the engine answers. */
class FaultTest {

  private static final String ERRORS =
      "\"errors\":[{\"when\":\"/status\",\"equals\":\"error\",\"code\":\"CONFLICT\","
          + "\"message\":\"/message\"}],";

  private final Reading reading = Reading.items(ERRORS, "", "\"records\":\"/items\"");
  private final MockApi api = reading.start(new MockOptions(1, 1, 1));

  @AfterEach
  void stop() {
    api.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(Fault.status(401), 401, "AUTH_FAILED"),
        Arguments.of(Fault.status(403), 403, "FORBIDDEN"),
        Arguments.of(Fault.status(404), 404, "NOT_FOUND"),
        Arguments.of(Fault.status(409), 409, "CONFLICT"),
        Arguments.of(Fault.status(422), 422, "INVALID_REQUEST"),
        Arguments.of(Fault.status(500), 500, "SERVER_ERROR"),
        Arguments.of(Fault.badGateway(), 502, "SERVER_ERROR"),
        Arguments.of(Fault.unavailable(), 503, "SERVER_ERROR"),
        Arguments.of(Fault.tooMany(Duration.ofSeconds(0)), 429, "RATE_LIMIT"),
        Arguments.of(Fault.tooManyUntil(Instant.now().plusSeconds(600)), 429, "RATE_LIMIT"),
        Arguments.of(new ReplyFault.Malformed(), 200, "PARSING_ERROR"),
        Arguments.of(new ReplyFault.DeclaredError(), 200, "CONFLICT"),
        Arguments.of(new WireFault.Compressed(Compression.GZIP), 200, "none"),
        Arguments.of(new WireFault.Compressed(Compression.DEFLATE), 200, "PARSING_ERROR"),
        Arguments.of(new WireFault.Oversized(200_000), 200, "PARSING_ERROR"),
        Arguments.of(new WireFault.Bomb(200_000), 200, "PARSING_ERROR"),
        Arguments.of(new WireFault.Hang(Duration.ofSeconds(5)), 200, "TIMEOUT"),
        Arguments.of(new WireFault.Drip(Duration.ofMillis(100)), 200, "TIMEOUT"),
        Arguments.of(new WireFault.Disconnect(), 200, "NETWORK_ERROR"),
        Arguments.of(new WireFault.Reset(), 200, "NETWORK_ERROR"),
        Arguments.of(new WireFault.Truncated(), 200, "NETWORK_ERROR"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theEngineAnswersEachFaultWithItsCode(Fault fault, int status, String code)
      throws IOException {
    api.fail(fault.always());
    assertThat(
            reading.code(
                api,
                Map.of(
                    "ACME_MAX_RETRIES", "0",
                    "ACME_ATTEMPT_TIMEOUT", "PT1S",
                    "ACME_MAX_BODY_BYTES", "100000")))
        .isEqualTo(code);
    assertThat(api.spoiled()).isPositive();
    if (!(fault instanceof WireFault)) {
      try (Response seen = get()) {
        assertThat(seen.code()).isEqualTo(status);
      }
    }
    api.heal();
    assertThat(reading.code(api, Map.of())).isEqualTo("none");
  }

  @Test
  void anotherAnswerIsGivenOnceAndTheRightOneAfterwards() throws IOException {
    api.fail(new ReplyFault.Answered(429, Map.of("Retry-After", "3"), "<html>"));
    try (Response spoiled = get()) {
      assertThat(spoiled.code()).isEqualTo(429);
      assertThat(spoiled.header("Retry-After")).isEqualTo("3");
      assertThat(spoiled.body().string()).isEqualTo("<html>");
    }
    assertThat(statuses(1)).containsExactly(200);
    assertThat(api.spoiled()).isEqualTo(1);
  }

  @Test
  void faultsComeOneAfterTheOtherAndEndWithTheRightAnswer() throws IOException {
    api.fail(Fault.status(500), Fault.unavailable(), Fault.badGateway());
    assertThat(statuses(4)).containsExactly(500, 503, 502, 200);
    api.fail(Fault.status(500).times(2));
    assertThat(statuses(3)).containsExactly(500, 500, 200);
  }

  @Test
  void aFaultForEverEndsWhenItIsCleared() throws IOException {
    api.fail(Fault.status(500).always());
    assertThat(statuses(5)).containsOnly(500);
    api.heal();
    assertThat(statuses(1)).containsExactly(200);
  }

  @Test
  void aFaultIsForTheRequestsItIsMeantForAlone() throws IOException {
    api.fail(Fault.status(500).always().on("others.list"));
    api.fail(Fault.status(502).always().onToken());
    assertThat(statuses(2)).containsOnly(200);
    api.fail(Fault.status(503).once().on("items.list").after(1));
    assertThat(statuses(3)).containsExactly(200, 503, 200);
    FaultRule rule = Fault.status(504).always().when(it -> it.query().contains("page=2"));
    api.fail(rule);
    assertThat(status("/items?page=1")).isEqualTo(200);
    assertThat(status("/items?page=2")).isEqualTo(504);
  }

  @Test
  void anErrorComesInTheFormTheDefinitionDeclares() throws IOException {
    api.fail(new ReplyFault.DeclaredError());
    try (Response spoiled = get()) {
      assertThat(spoiled.code()).isEqualTo(200);
      assertThat(Reading.json(spoiled.body().string()))
          .isEqualTo(Reading.json("{\"message\":\"refused by the API\",\"status\":\"error\"}"));
    }
  }

  @Test
  void jsonEndsInTheMiddle() throws IOException {
    api.fail(new ReplyFault.Malformed());
    try (Response spoiled = get();
        Response right = get()) {
      String whole = right.body().string();
      assertThat(spoiled.body().string()).isEqualTo(whole.substring(0, whole.length() / 2));
    }
  }

  @Test
  void aKeyComesTwice() throws IOException {
    api.fail(new ReplyFault.DuplicateKey());
    try (Response spoiled = get()) {
      assertThat(spoiled.body().string()).startsWith("{\"items\":null,\"items\":[");
    }
  }

  @Test
  void headersTellWhatIsLeftAndWhatTheClockSays() throws IOException {
    Instant time = Instant.parse("2026-01-31T12:00:00Z");
    api.fail(
        ReplyFault.Headed.remaining(3, Duration.ofSeconds(7)),
        ReplyFault.Headed.remainingUntil(3, time),
        ReplyFault.Headed.rateLimit(3, Duration.ofSeconds(7)),
        ReplyFault.Headed.date(time));
    try (Response response = get()) {
      assertThat(response.header("X-RateLimit-Remaining")).isEqualTo("3");
      assertThat(response.header("X-RateLimit-Reset")).isEqualTo("7");
    }
    try (Response response = get()) {
      assertThat(response.header("X-RateLimit-Reset")).isEqualTo("1769860800");
    }
    try (Response response = get()) {
      assertThat(response.header("RateLimit")).isEqualTo("\"default\";r=3;t=7");
    }
    try (Response response = get()) {
      assertThat(response.header("Date")).isEqualTo("Sat, 31 Jan 2026 12:00:00 GMT");
    }
  }

  @Test
  void nothingLeftSlowsTheEngineDown() {
    api.fail(ReplyFault.Headed.remaining(0, Duration.ofSeconds(1)));
    reading.read(api, ReadRequest.of("items"), api.environment());
    api.fail(ReplyFault.Headed.remaining(0, Duration.ofSeconds(1)));
    long begin = System.nanoTime();
    assertThat(reading.twice(api)).isEqualTo(2);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(500));
  }

  @Test
  void anAnswerHangsAndABodyDrips() throws IOException {
    api.fail(new WireFault.Hang(Duration.ofMillis(300)), new WireFault.Drip(Duration.ofMillis(10)));
    for (int i = 0; i < 2; i++) {
      long begin = System.nanoTime();
      try (Response late = get()) {
        assertThat(late.body().string()).contains("\"items\"");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(250));
    }
  }

  @Test
  void theConnectionEndsBeforeTheAnswerOrWithinIt() throws IOException {
    api.fail(new WireFault.Truncated());
    try (Response cut = get()) {
      assertThat(cut.code()).isEqualTo(200);
      assertThatThrownBy(() -> cut.body().string()).isInstanceOf(IOException.class);
    }
    api.fail(new WireFault.Disconnect().times(2));
    assertThatThrownBy(this::get).hasMessageContaining("unexpected end of stream");
    api.heal();
    api.fail(new WireFault.Reset().times(2));
    assertThatThrownBy(this::get).hasStackTraceContaining("Connection reset");
  }

  @Test
  void bodiesAreCompressedSmallOnTheWireAndLargeBehindIt() throws IOException {
    api.fail(
        new WireFault.Compressed(Compression.GZIP),
        new WireFault.Compressed(Compression.DEFLATE),
        new WireFault.Bomb(10_000_000),
        new WireFault.Oversized(10_000_000));
    OkHttpClient raw = new OkHttpClient();
    Request.Builder request = new Request.Builder().url(api.baseUrl() + "/items");
    request.header("Accept-Encoding", "identity");
    for (String coding : List.of("gzip", "deflate", "gzip")) {
      try (Response response = raw.newCall(request.build()).execute()) {
        assertThat(response.header("Content-Encoding")).isEqualTo(coding);
        assertThat(response.body().bytes()).hasSizeLessThan(20_000);
      }
    }
    try (Response response = raw.newCall(request.build()).execute()) {
      assertThat(response.body().bytes()).hasSize(10_000_000);
    }
  }

  @Test
  void aRedirectLeadsAwayWithoutTheEngineFollowing() {
    try (OtherOrigin other = OtherOrigin.start()) {
      api.fail(Fault.redirect(302, other.origin() + "/items").always());
      assertThat(reading.code(api, Map.of("ACME_MAX_RETRIES", "0"))).isNotEqualTo("none");
      assertThat(other.requests()).isEmpty();
    }
  }

  private List<Integer> statuses(int requests) throws IOException {
    List<Integer> statuses = new java.util.ArrayList<>();
    for (int i = 0; i < requests; i++) {
      statuses.add(status("/items"));
    }
    return statuses;
  }

  private int status(String path) throws IOException {
    try (Response response = get(path)) {
      return response.code();
    }
  }

  private Response get() throws IOException {
    return get("/items");
  }

  private Response get(String path) throws IOException {
    return new OkHttpClient()
        .newCall(new Request.Builder().url(api.baseUrl() + path).build())
        .execute();
  }
}
