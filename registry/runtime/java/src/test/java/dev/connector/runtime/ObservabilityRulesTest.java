package dev.connector.runtime;

import static dev.connector.runtime.Failures.failure;
import static dev.connector.runtime.TestApi.answer;
import static dev.connector.runtime.TestApi.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.AttemptEvent;
import dev.connector.runtime.http.AttemptListener;
import dev.connector.runtime.http.Hook;
import dev.connector.runtime.http.LimitState;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.settings.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ObservabilityRulesTest {

  private static final Request READ = Request.get("things.get", "/things/{id}").variable("id", "7");

  private final List<AttemptEvent> events = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  @DisplayName("OBS-1 there is one event for each attempt, with all that is known of it")
  void tellsOfEachAttempt() {
    api.answers(
        answer(503, ""),
        answer(200, "{}", "X-RateLimit-Remaining", "41", "X-RateLimit-Reset", "30"),
        answer(404, ""));
    try (ApiClient client = api.client().listener(events::add).build()) {
      Response response = client.send(READ);
      failure(() -> client.send(READ));
      assertThat(events)
          .extracting(it -> it.endpoint().toString())
          .containsOnly("things.get (GET /things/{id})");
      assertThat(events).extracting(AttemptEvent::attempt).containsExactly(1, 2, 1);
      assertThat(events).extracting(it -> it.status().orElse(0)).containsExactly(503, 200, 404);
      assertThat(events)
          .extracting(AttemptEvent::error)
          .containsExactly(
              Optional.of(ErrorCode.SERVER_ERROR),
              Optional.empty(),
              Optional.of(ErrorCode.NOT_FOUND));
      assertThat(events).allSatisfy(it -> assertThat(it.duration()).isPositive());
      assertThat(events.get(1).correlationId()).isEqualTo(response.correlationId());
      assertThat(events.get(0).limit()).isEqualTo(LimitState.UNKNOWN);
      assertThat(events.get(1).limit().remaining()).hasValue(41);
      assertThat(events.get(1).limit().resetIn()).isPositive();
    }
  }

  @Test
  @DisplayName("OBS-1 an attempt without an answer has its event, too")
  void tellsOfSilence() throws IOException {
    try (RawServer gone = new RawServer(connection -> {});
        ApiClient client = api.client().baseUrl(gone.url()).listener(events::add).build()) {
      failure(() -> client.send(READ));
      assertThat(events)
          .hasSize(4)
          .allSatisfy(
              event -> {
                assertThat(event.status()).isEmpty();
                assertThat(event.error()).contains(ErrorCode.NETWORK_ERROR);
              });
    }
  }

  @Test
  @DisplayName("OBS-1 a listener that fails costs no answer")
  void survivesListeners() {
    api.answers(ok());
    AttemptListener broken =
        event -> {
          throw new IllegalStateException("full disk");
        };
    try (ApiClient client = api.client().listener(broken).listener(events::add).build()) {
      assertThat(client.send(READ).status()).isEqualTo(200);
      assertThat(events).hasSize(1);
      assertThat(client.metrics().listenerFailures()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("OBS-1 the platform's log has a line for each attempt, without values")
  void logsAttempts() {
    api.answers(answer(404, "hunter2-hunter2"));
    Logger logger = Logger.getLogger("connector.acme-logged");
    List<String> lines = new ArrayList<>();
    Handler handler = collecting(lines);
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
    try (ApiClient client =
        ApiClient.builder("acme-logged", "1.0.0")
            .baseUrl(api.url())
            .secret(new Secret("hunter2-hunter2"))
            .build()) {
      ApiException failure = failure(() -> client.send(READ.query("q", "hunter2-hunter2")));
      assertThat(lines).hasSize(1);
      assertThat(lines.get(0))
          .contains("operation=things.get", "path=/things/{id}", "status=404", "error=NOT_FOUND")
          .contains("attempt=1", "correlationId=" + failure.correlationId())
          .doesNotContain("hunter2");
    } finally {
      logger.removeHandler(handler);
    }
  }

  private static Handler collecting(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  @DisplayName("OBS-2 requests, errors and retries are counted")
  void counts() {
    api.answers(answer(503, ""), ok(), answer(404, ""));
    try (ApiClient client = api.client().build()) {
      client.send(READ);
      failure(() -> client.send(READ));
      assertThat(client.metrics().requests()).isEqualTo(3);
      assertThat(client.metrics().retries()).isEqualTo(1);
      assertThat(client.metrics().errors()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("OBS-2 records that were handed over are counted")
  void countsRecords() {
    api.answers(answer(200, "[1,2,3]"));
    try (ApiClient client = api.client().build()) {
      assertThat(
              client.list(Listing.of(Request.get("things.list", "/things")).records("")).stream())
          .hasSize(3);
      assertThat(client.metrics().records()).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("OBS-2 hooks are called at their four places, in order of priority")
  void callsHooksInOrder() {
    api.answers(answer(503, ""), ok(), answer(404, ""));
    try (ApiClient client =
        api.client().hook(new Noting("b", 2)).hook(new Noting("a", -1)).build()) {
      client.send(READ);
      failure(() -> client.send(READ));
    }
    assertThat(seen)
        .containsExactly(
            "a before 1",
            "b before 1",
            "a retry",
            "b retry",
            "a before 2",
            "b before 2",
            "a after",
            "b after",
            "a before 1",
            "b before 1",
            "a error",
            "b error");
  }

  @Test
  @DisplayName("OBS-2 hooks can change what passes through")
  void hooksChange() {
    api.answers(answer(503, "", "Retry-After", "1"), answer(200, "{\"a\":1}"), answer(404, ""));
    Hook changing =
        new Hook() {
          @Override
          public Request beforeRequest(Request request, int attempt) {
            return request.header("X-Attempt", Integer.toString(attempt));
          }

          @Override
          public Response afterResponse(Request request, Response response) {
            return new Response(
                299,
                response.headers(),
                response.body(),
                response.correlationId(),
                response.attempts(),
                response.duration());
          }

          @Override
          public ApiException onError(Request request, ApiException error) {
            return new ApiException(ErrorCode.CONFLICT, "changed");
          }

          @Override
          public Duration onRetry(Request request, ApiException error, Duration delay) {
            return Duration.ZERO;
          }
        };
    try (ApiClient client = api.client().hook(changing).build()) {
      Response response = client.send(READ);
      assertThat(response.status()).isEqualTo(299);
      assertThat(response.duration())
          .as("Retry-After is not undercut by a hook")
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
      ApiException failure = failure(() -> client.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(failure.operation()).isEqualTo("things.get");
    }
    assertThat(api.requests())
        .extracting(request -> request.getHeaders().get("X-Attempt"))
        .containsExactly("1", "2", "1");
  }

  @Test
  @DisplayName("OBS-2 hooks can abort a call, with a code of theirs or with CANCELLED")
  void hooksAbort() {
    Hook coded =
        new Hook() {
          @Override
          public Request beforeRequest(Request request, int attempt) {
            throw new ApiException(ErrorCode.FORBIDDEN, "not on Sundays");
          }
        };
    Hook careless =
        new Hook() {
          @Override
          public Request beforeRequest(Request request, int attempt) {
            throw new IllegalStateException("not today");
          }
        };
    try (ApiClient client = api.client().hook(coded).build();
        ApiClient client2 = api.client().hook(careless).build()) {
      assertThat(failure(() -> client.send(READ)).code()).isEqualTo(ErrorCode.FORBIDDEN);
      ApiException failure = failure(() -> client2.send(READ));
      assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(failure.getCause()).hasMessage("not today");
    }
    assertThat(api.requests()).isEmpty();
  }

  /** Writes down when it was called. */
  private final class Noting implements Hook {

    private final String name;
    private final int priority;

    private Noting(String name, int priority) {
      this.name = name;
      this.priority = priority;
    }

    @Override
    public int priority() {
      return priority;
    }

    @Override
    public Request beforeRequest(Request request, int attempt) {
      seen.add(name + " before " + attempt);
      return request;
    }

    @Override
    public Response afterResponse(Request request, Response response) {
      seen.add(name + " after");
      return response;
    }

    @Override
    public ApiException onError(Request request, ApiException error) {
      seen.add(name + " error");
      return error;
    }

    @Override
    public Duration onRetry(Request request, ApiException error, Duration delay) {
      seen.add(name + " retry");
      return delay;
    }
  }
}
