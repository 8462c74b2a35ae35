package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.answer;
import static dev.connector.runtime.TestApi.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptEvent;
import dev.connector.runtime.http.ErrorRule;
import dev.connector.runtime.http.Hook;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.settings.RetryPolicy;
import dev.connector.runtime.settings.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorRulesTest {

  private static final Request READ =
      Request.get("things.list", "/things/{id}").variable("id", "7");
  private static final String KEY = "k+y/7=secret&value";

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
  @ValueSource(ints = {300, 304, 305, 400, 401, 403, 404, 500, 503, 599})
  @DisplayName("ERR-1 an answer that is not 2xx is never data, however much it looks like it")
  void neverReturnsErrorsAsData(int status) {
    api.answers(answer(status, status == 304 ? "" : "{\"id\":1}"));
    try (ApiClient client = once()) {
      assertThat(failure(() -> client.send(READ)).status()).hasValue(status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400,INVALID_REQUEST", "401,AUTH_FAILED", "403,FORBIDDEN", "404,NOT_FOUND", "408,TIMEOUT",
    "409,CONFLICT", "410,NOT_FOUND", "412,CONFLICT", "418,INVALID_REQUEST", "422,INVALID_REQUEST",
    "423,CONFLICT", "425,SERVER_ERROR", "429,RATE_LIMIT", "500,SERVER_ERROR", "501,SERVER_ERROR",
    "503,SERVER_ERROR", "504,SERVER_ERROR"
  })
  @DisplayName("ERR-2 each status has its code")
  void givesEachStatusItsCode(int status, ErrorCode code) {
    api.answers(answer(status, ""));
    try (ApiClient client = once()) {
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(code);
    }
  }

  @Test
  @DisplayName("ERR-3 an error carries all that is known of its call")
  void carriesTheCircumstances() throws IOException {
    try (RawServer gone = new RawServer(connection -> {});
        ApiClient client = api.client().baseUrl(gone.url()).build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.NETWORK_ERROR);
      assertThat(failure.getMessage()).isNotBlank();
      assertThat(failure.getCause()).isInstanceOf(IOException.class);
      assertThat(failure.operation()).isEqualTo("things.list");
      assertThat(failure.method()).isEqualTo("GET");
      assertThat(failure.path()).isEqualTo("/things/{id}");
      assertThat(failure.status()).isEmpty();
      assertThat(failure.attempts()).isEqualTo(4);
      assertThat(failure.retryable()).isTrue();
      assertThat(failure.correlationId()).isNotBlank();
      assertThat(failure.duration()).isPositive();
      assertThat(failure)
          .asString()
          .contains("NETWORK_ERROR", "things.list", "/things/{id}", failure.correlationId());
    }
  }

  @Test
  @DisplayName("ERR-3 so does an error of a call that never sent anything")
  void carriesTheCircumstancesOfUnsentCalls() {
    try (ApiClient client = api.client().build()) {
      ApiException failure = failure(() -> client.send(Request.get("things.get", "/things/{id}")));
      assertThat(failure.operation()).isEqualTo("things.get");
      assertThat(failure.attempts()).isZero();
      assertThat(failure.correlationId()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":", "<html>Sign in</html>", "{} trailing", "{'a':1}", "NaN", "{\"a\":1,}"})
  @DisplayName("ERR-4 malformed JSON in a 2xx is a PARSING_ERROR with an excerpt")
  void reportsMalformedJson(String body) {
    api.answers(answer(200, body));
    try (ApiClient client = api.client().build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.PARSING_ERROR);
      assertThat(failure.getMessage()).contains(body);
      assertThat(failure.attempts()).isEqualTo(1);
      assertThat(failure.retryable()).isFalse();
    }
  }

  @Test
  @DisplayName("ERR-4 the excerpt of a long body is short")
  void excerptsAreShort() {
    api.answers(answer(200, "x".repeat(1_000_000)));
    try (ApiClient client = api.client().build()) {
      assertThat(failure(() -> client.send(READ)).getMessage()).hasSizeLessThan(500);
    }
  }

  @Test
  @DisplayName("ERR-4 a 200 in the API's declared error shape is an error")
  void recognisesDeclaredErrors() {
    api.answers(
        answer(200, "{\"status\":\"error\",\"message\":\"no such base\"}"),
        answer(200, "{\"status\":\"fine\",\"errors\":[\"quota\"]}"),
        answer(200, "{\"status\":\"fine\",\"errors\":[]}"));
    try (ApiClient client =
        api.client()
            .errorRule(
                ErrorRule.equal("/status", "error", ErrorCode.INVALID_REQUEST).message("/message"))
            .errorRule(ErrorRule.present("/errors", ErrorCode.VALIDATION_ERROR).status(200))
            .build()) {
      ApiException first = failure(() -> client.send(READ));
      assertThat(first.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
      assertThat(first.status()).hasValue(200);
      assertThat(first.getMessage()).contains("no such base");
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
      assertThat(client.send(READ).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("ERR-4 a declared error that may pass is retried, on any status")
  void retriesDeclaredErrors() {
    api.answers(answer(403, "{\"reason\":\"rateLimitExceeded\"}"), ok());
    try (ApiClient client =
        api.client()
            .errorRule(ErrorRule.equal("/reason", "rateLimitExceeded", ErrorCode.RATE_LIMIT))
            .build()) {
      assertThat(client.send(READ).attempts()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("ERR-2 a status means what the API says it means, whatever the body is")
  void takesTheStatusForWhatItIsDeclaredToMean() {
    api.answers(answer(420, "<html>calm down</html>"), ok(), answer(410, "{\"why\":\"moved\"}"));
    try (ApiClient client =
        api.client()
            .errorRule(ErrorRule.answered(420).code(ErrorCode.RATE_LIMIT))
            .errorRule(ErrorRule.answered(410).code(ErrorCode.CONFLICT).message("/why"))
            .build()) {
      assertThat(client.send(READ).attempts()).isEqualTo(2);
      ApiException gone = failure(() -> client.send(READ));
      assertThat(gone.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(gone.getMessage()).isEqualTo("the API answered 410: moved");
    }
  }

  @Test
  @DisplayName("ERR-2 a declared form without a code leaves what the status says")
  void leavesTheStatusItsMeaning() {
    String body = "{\"error\":{\"text\":\"in words\"}}";
    api.answers(answer(503, body), ok(), answer(403, body), answer(200, body));
    ErrorRule form = ErrorRule.present("/error").message("/error/text");
    try (ApiClient client = api.client().errorRule(form).build()) {
      assertThat(client.send(READ).attempts()).isEqualTo(2);
      ApiException forbidden = failure(() -> client.send(READ));
      assertThat(forbidden.code()).isEqualTo(ErrorCode.FORBIDDEN);
      assertThat(forbidden.getMessage()).isEqualTo("the API answered 403: in words");
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }
  }

  @Test
  @DisplayName("ERR-5 no secret appears in any message, event, log or string form")
  void hidesSecrets() {
    String echo =
        String.join(
            " ",
            KEY,
            URLEncoder.encode(KEY, StandardCharsets.UTF_8),
            Base64.getEncoder().encodeToString(("user:" + KEY).getBytes()));
    api.answers(answer(400, echo), answer(200, echo));
    List<AttemptEvent> events = new ArrayList<>();
    try (ApiClient client =
        api.client()
            .authentication(keyed(KEY))
            .query("password", "hidden-in-a-default")
            .secret(new Secret("hidden-in-a-default"))
            .listener(events::add)
            .build()) {
      Request request = READ.query("api_key", KEY).header("X-Token", KEY);
      String seen =
          everything(failure(() -> client.send(request)))
              + everything(failure(() -> client.send(request)))
              + events
              + client
              + request
              + client.metrics();
      assertThat(seen)
          .contains("***")
          .doesNotContain(KEY)
          .doesNotContain("secret%26value")
          .doesNotContain("hidden-in-a-default")
          .doesNotContain(Base64.getEncoder().encodeToString(("user:" + KEY).getBytes()));
    }
  }

  @Test
  @DisplayName("ERR-5 nor does the beginning of one, where an excerpt is cut in its middle")
  void hidesSecretsAtTheCut() {
    api.answers(answer(200, "x".repeat(292) + "|" + KEY));
    try (ApiClient client = api.client().authentication(keyed(KEY)).build()) {
      assertThat(failure(() -> client.send(READ)).getMessage())
          .contains("x|***")
          .doesNotContain(KEY.substring(0, 3));
    }
  }

  @Test
  @DisplayName("ERR-5 nor in what a hook says")
  void hidesSecretsOfHooks() {
    Hook careless =
        new Hook() {
          @Override
          public Request beforeRequest(Request request, int attempt) {
            throw new IllegalStateException("no use for " + KEY);
          }
        };
    try (ApiClient client = api.client().secret(new Secret(KEY)).hook(careless).build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.getMessage()).contains("no use for ***");
      assertThat(everything(failure)).doesNotContain(KEY);
    }
  }

  @Test
  @DisplayName("ERR-5 nor in the messages of causes")
  void hidesSecretsInCauses() {
    Authentication careless =
        new Authentication() {
          @Override
          public okhttp3.Request authorize(okhttp3.Request request) {
            return request.newBuilder().header("X-Key", KEY + "\n").build();
          }

          @Override
          public Set<String> secrets() {
            return Set.of(KEY);
          }
        };
    try (ApiClient client = api.client().authentication(careless).build()) {
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.AUTH_FAILED);
      assertThat(failure.getCause().getMessage()).contains("***");
      assertThat(everything(failure)).doesNotContain(KEY);
    }
  }

  @Test
  @DisplayName("ERR-5 a header value that HTTP does not allow is refused without quoting it")
  void hidesSecretsInRefusedHeaders() {
    ApiException failure = failure(() -> READ.header("X-Key", "hunter2\n"));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(everything(failure)).contains("X-Key").doesNotContain("hunter2");
  }

  private ApiClient once() {
    return api.client(TestApi.QUICK.with(new RetryPolicy(0, Duration.ZERO, 1, Duration.ZERO)))
        .build();
  }

  private static Authentication keyed(String key) {
    return new Authentication() {
      @Override
      public okhttp3.Request authorize(okhttp3.Request request) {
        return request.newBuilder().header("X-Key", key).build();
      }

      @Override
      public Set<String> secrets() {
        return Set.of(key);
      }
    };
  }

  private static String everything(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text + failure.getMessage();
  }
}
