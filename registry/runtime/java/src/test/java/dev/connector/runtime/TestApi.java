package dev.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.ApiClientBuilder;
import dev.connector.runtime.settings.BreakerPolicy;
import dev.connector.runtime.settings.Deadlines;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * An API on loopback that gives scripted answers in order, or answers by a function. It fails the
 * test on a request that has no answer and on an answer that nobody asked for.
 */
final class TestApi implements AutoCloseable {

  /** Small values for tests that do not wait for them. */
  static final Policy QUICK =
      Policy.defaults()
          .with(new RetryPolicy(3, Duration.ofMillis(2), 2, Duration.ofMillis(20)))
          .with(new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(5)))
          .with(new BreakerPolicy(1000, Duration.ofSeconds(60), 3));

  private final MockWebServer server = new MockWebServer();
  private final Queue<MockResponse> script = new ConcurrentLinkedQueue<>();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private volatile Function<RecordedRequest, MockResponse> otherwise;
  private volatile String unexpected = "";

  TestApi() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.setServerSocketFactory(new PromptServerSockets());
    server.start();
  }

  TestApi answers(MockResponse... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  /** Answers everything that is not scripted. */
  TestApi always(Function<RecordedRequest, MockResponse> answer) {
    otherwise = answer;
    return this;
  }

  static MockResponse answer(int status, String body, String... headers) {
    MockResponse.Builder answer = new MockResponse.Builder().code(status).body(body);
    for (int i = 0; i < headers.length; i += 2) {
      answer.addHeader(headers[i], headers[i + 1]);
    }
    return answer.build();
  }

  static MockResponse ok() {
    return answer(200, "{\"ok\":true}");
  }

  private MockResponse answer(RecordedRequest request) {
    synchronized (requests) {
      requests.add(request);
    }
    MockResponse next = script.poll();
    if (next == null && otherwise != null) {
      next = otherwise.apply(request);
    }
    if (next == null) {
      unexpected = request.getRequestLine();
      return answer(418, "no answer was scripted");
    }
    return next;
  }

  String url() {
    return server.url("/").toString();
  }

  String url(String path) {
    return server.url(path).toString();
  }

  List<RecordedRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  ApiClientBuilder client() {
    return client(QUICK);
  }

  ApiClientBuilder client(Policy policy) {
    return ApiClient.builder("acme", "2.1.0").baseUrl(url()).policy(policy);
  }

  @Override
  public void close() {
    server.close();
    assertThat(unexpected).as("a request without a scripted answer").isEmpty();
    assertThat(script).as("answers that nobody asked for").isEmpty();
  }
}
