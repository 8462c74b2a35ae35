package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A model on loopback that speaks both wire formats, and whose part a test plays. */
public final class ModelServer extends Dispatcher implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private final Function<Asked, Answer> model;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile List<String> offered = List.of();

  private ModelServer(Function<Asked, Answer> model) {
    this.model = model;
    server.setDispatcher(this);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers each request as the function says. */
  public static ModelServer answering(Function<Asked, Answer> model) {
    return new ModelServer(model);
  }

  /** Answers in this order, and fails for good when there is nothing left to say. */
  public static ModelServer scripted(Answer... answers) {
    Queue<Answer> left = new ArrayDeque<>(Arrays.asList(answers));
    return new ModelServer(
        request -> {
          synchronized (left) {
            Answer next = left.poll();
            return next == null ? Answer.error(400, "script", "the script is over") : next;
          }
        });
  }

  /** Lists models. */
  public ModelServer offering(String... names) {
    offered = List.of(names);
    return this;
  }

  /** The base URL that a provider's format is asked at. */
  public String url(Provider provider) {
    String root = server.url("/").toString().replaceFirst("/$", "");
    return provider == Provider.ANTHROPIC ? root : root + "/v1";
  }

  /** All conversations that were sent so far, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.equals("/v1/models") && !offered.isEmpty()) {
      ObjectNode list = Answers.JSON.createObjectNode();
      offered.forEach(name -> list.withArray("data").addObject().put("id", name));
      return new MockResponse.Builder().body(list.toString()).build();
    }
    boolean messages = path.equals("/v1/messages");
    if (!messages && !path.equals("/v1/chat/completions")) {
      return new MockResponse.Builder().code(404).body("no such path").build();
    }
    Asked now;
    synchronized (asked) {
      now = new Asked(asked.size() + 1, path, headers(request), body(request));
      asked.add(now);
    }
    Answer answer = model.apply(now);
    MockResponse.Builder response =
        answer
            .raw()
            .map(ModelServer::raw)
            .orElseGet(() -> said(messages ? new Messages() : new Completions(), now, answer));
    return faulty(response, answer.fault()).build();
  }

  private static MockResponse.Builder said(ServedFormat format, Asked asked, Answer answer) {
    boolean streamed = answer.streamed() && asked.body().path("stream").asBoolean();
    String body = streamed ? format.events(asked, answer) : format.whole(asked, answer).toString();
    if (answer.fault() == Answer.Fault.HALF) {
      body = body.substring(0, body.length() / 2);
    }
    return new MockResponse.Builder()
        .addHeader("content-type", streamed ? "text/event-stream" : "application/json")
        .chunkedBody(body, 64);
  }

  private static MockResponse.Builder raw(Answer.Raw raw) {
    MockResponse.Builder response = new MockResponse.Builder().code(raw.status());
    raw.headers().forEach(response::addHeader);
    return response.body(raw.body());
  }

  private static MockResponse.Builder faulty(MockResponse.Builder response, Answer.Fault fault) {
    return switch (fault) {
      case NONE, HALF -> response;
      case NO_ANSWER -> response.onResponseStart(new SocketEffect.CloseSocket());
      case CUT -> response.onResponseBody(new SocketEffect.CloseSocket());
      case SILENCE -> response.onResponseStart(SocketEffect.Stall.INSTANCE);
      case TRICKLE -> response.throttleBody(1, 50, TimeUnit.MILLISECONDS);
    };
  }

  private static Map<String, String> headers(RecordedRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request.getHeaders().forEach(it -> headers.put(it.getFirst().toLowerCase(), it.getSecond()));
    return headers;
  }

  private static JsonNode body(RecordedRequest request) {
    try {
      return Answers.JSON.readTree(request.getBody().utf8());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
