package dev.connector.registry.contribute.forge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.registry.source.GitSettings;
import dev.connector.registry.source.GitUrl;
import dev.connector.registry.source.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/**
 * A forge that expects exactly these requests in this order, each with the documented headers and
 * body, and tells on closing what came that was not expected and what was expected and did not
 * come.
 */
public final class ForgeDouble implements AutoCloseable {

  public static final String TOKEN = "s3cr3t-t0ken";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OkHttpClient CLIENT = new OkHttpClient();

  private final MockWebServer server = new MockWebServer();
  private final Map<String, String> headers;
  private Optional<String> git = Optional.empty();
  private final Deque<Stub> stubs = new ArrayDeque<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  private record Stub(String line, String body, int status, String answer) {}

  public ForgeDouble(Map<String, String> headers) throws IOException {
    this.headers = headers;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            boolean api = request.getTarget().startsWith("/api/");
            return api || git.isEmpty() ? answer(request) : passedOn(request);
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  /**
   * Expects a request, and answers it. Single quotes stand for double ones; the body {@code *} for
   * any, which {@link #bodies} tells.
   */
  public ForgeDouble expect(String line, String body, int status, String answer) {
    stubs.add(new Stub(line, body.replace('\'', '"'), status, answer.replace('\'', '"')));
    return this;
  }

  /** What came as the body of each request; empty where there was none. */
  public synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  public String url(String path) {
    return "http://localhost:" + server.getPort() + path;
  }

  /** Serves repositories too, by a git server elsewhere, as forges do. */
  public ForgeDouble serving(String gitServer) {
    git = Optional.of(gitServer);
    return this;
  }

  Forge open(ForgeKind kind, String path, Path cache) {
    GitSettings settings =
        GitSettings.in(cache, Progress.none())
            .withTokens(Map.of("CONNECTOR_TOKEN_LOCALHOST", TOKEN));
    return kind.open(GitUrl.parse(url(path)), settings);
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    String line = request.getMethod() + " " + request.getTarget();
    Stub stub = stubs.poll();
    if (stub == null || !stub.line().equals(line)) {
      problems.add("came: " + line + "; expected: " + (stub == null ? "nothing" : stub.line()));
      return new MockResponse.Builder().code(599).build();
    }
    headers.forEach(
        (name, value) -> {
          if (!value.equals(request.getHeaders().get(name))) {
            problems.add(line + " has " + name + ": " + request.getHeaders().get(name));
          }
        });
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    bodies.add(body);
    if (!stub.body().equals("*") && !read(body).equals(read(stub.body()))) {
      problems.add(line + " has the body " + body);
    }
    return new MockResponse.Builder()
        .code(stub.status())
        .setHeader("Content-Type", "application/json; charset=utf-8")
        .body(stub.answer())
        .build();
  }

  private MockResponse passedOn(RecordedRequest request) {
    Request.Builder copy = new Request.Builder().url(git.orElseThrow() + request.getTarget());
    for (String name :
        List.of("Authorization", "Content-Type", "Content-Encoding", "Git-Protocol")) {
      Optional.ofNullable(request.getHeaders().get(name))
          .ifPresent(value -> copy.header(name, value));
    }
    if (request.getMethod().equals("POST")) {
      copy.post(RequestBody.create(request.getBody(), null));
    }
    try (Response said = CLIENT.newCall(copy.build()).execute()) {
      return new MockResponse.Builder()
          .code(said.code())
          .headers(said.headers().newBuilder().removeAll("Transfer-encoding").build())
          .body(new Buffer().write(said.body().bytes()))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text.isEmpty() ? "null" : text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @Override
  public synchronized void close() {
    server.close();
    stubs.forEach(stub -> problems.add("never came: " + stub.line()));
    assertThat(problems).isEmpty();
  }
}
