package dev.connector.spec.conformance.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * A server on loopback that gives each answer of some exchanges once, to the first request with its
 * method and path, or else in their order, then 404: a reader may ask for parents and children in
 * an order of its own. For one fixture at a time.
 */
public final class Replay implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private List<Exchange> exchanges = List.of();
  private RecordedRequest[] asked = {};
  private List<RecordedRequest> beyond = List.of();
  private int requests;
  private Function<RecordedRequest, Optional<MockResponse>> aside = request -> Optional.empty();

  private Replay() {}

  /** Starts on a free port, with nothing to answer. */
  public static Replay start() {
    Replay replay = new Replay();
    replay.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return replay.answer(request);
          }
        });
    try {
      replay.server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return replay;
  }

  /** Such as {@code http://127.0.0.1:8081}. */
  public String origin() {
    return server.url("/").toString().replaceFirst("/$", "");
  }

  /** Answers with these from now on, and forgets what was asked before. */
  public synchronized void load(List<Exchange> next) {
    exchanges = List.copyOf(next);
    asked = new RecordedRequest[exchanges.size()];
    beyond = new ArrayList<>();
    requests = 0;
  }

  /** Lets somebody else answer some requests, which then count for nothing. */
  public synchronized void aside(Function<RecordedRequest, Optional<MockResponse>> answers) {
    aside = answers;
  }

  /** How many requests came since the exchanges were loaded. */
  public synchronized int requests() {
    return requests;
  }

  /**
   * What a request lacks of the documented one, in words; empty where it has all of it.
   *
   * @param index of the exchange
   * @param free names of parameters and fields whose values are up to whoever asks
   */
  public synchronized Optional<String> difference(int index, Set<String> free) {
    if (index >= asked.length || asked[index] == null) {
      return Optional.of("no request " + (index + 1));
    }
    Exchange.Request expected = exchanges.get(index).request();
    RecordedRequest request = asked[index];
    String path = path(request);
    if (!expected.method().equals(request.getMethod()) || !expected.path().equals(path)) {
      return Optional.of(request.getMethod() + " " + path);
    }
    for (Map.Entry<String, String> parameter : expected.query().entrySet()) {
      String value = request.getUrl().queryParameter(parameter.getKey());
      if (!free.contains(parameter.getKey()) && !parameter.getValue().equals(value)) {
        return Optional.of(parameter.getKey() + "=" + value + " in the query");
      }
    }
    JsonNode wanted = expected.body();
    return wanted.isMissingNode() || wanted.isNull()
        ? Optional.empty()
        : missing(wanted, body(request), free).map(it -> "another body at " + it);
  }

  /**
   * Whether a request has this text in its query or in a header.
   *
   * @param index of the exchange, or, counted on, of what was asked beyond them
   */
  public synchronized boolean brings(int index, String text) {
    List<RecordedRequest> all = new ArrayList<>(Arrays.asList(asked));
    all.addAll(beyond);
    if (index >= all.size() || all.get(index) == null) {
      return false;
    }
    RecordedRequest request = all.get(index);
    return request.getUrl().toString().contains(text)
        || request.getHeaders().names().stream()
            .anyMatch(it -> request.getHeaders().values(it).toString().contains(text));
  }

  /** The pointer to the first value of {@code wanted} that {@code got} has not. */
  public static Optional<String> missing(JsonNode wanted, JsonNode got, Set<String> free) {
    if (!wanted.isObject()) {
      boolean same =
          wanted.isNumber() && got.isNumber()
              ? wanted.decimalValue().compareTo(got.decimalValue()) == 0
              : wanted.equals(got);
      return same ? Optional.empty() : Optional.of("");
    }
    for (Map.Entry<String, JsonNode> field : wanted.properties()) {
      Optional<String> inside =
          free.contains(field.getKey())
              ? Optional.empty()
              : missing(field.getValue(), got.path(field.getKey()), free);
      if (inside.isPresent()) {
        return Optional.of("/" + field.getKey() + inside.get());
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    server.close();
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    Optional<MockResponse> elsewhere = aside.apply(request);
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    requests++;
    int index = free(true, request);
    index = index < 0 ? free(false, request) : index;
    if (index < 0) {
      beyond.add(request);
      return new MockResponse.Builder().code(404).body("{}").build();
    }
    asked[index] = request;
    Exchange.Response response = exchanges.get(index).response();
    MockResponse.Builder answer = new MockResponse.Builder().code(response.status());
    if (!response.body().isNull() && !response.body().isMissingNode()) {
      answer.body(response.body().toString());
    }
    response.headers().forEach(answer::setHeader);
    return answer.build();
  }

  /** The first exchange that was not asked for; a negative number where there is none. */
  private int free(boolean alike, RecordedRequest request) {
    for (int i = 0; i < asked.length; i++) {
      Exchange.Request expected = exchanges.get(i).request();
      boolean same =
          expected.method().equals(request.getMethod()) && expected.path().equals(path(request));
      if (asked[i] == null && (same || !alike)) {
        return i;
      }
    }
    return -1;
  }

  private static String path(RecordedRequest request) {
    return "/" + String.join("/", request.getUrl().pathSegments());
  }

  private static JsonNode body(RecordedRequest request) {
    String text = Optional.ofNullable(request.getBody()).map(ByteString::utf8).orElse("");
    String type = Optional.ofNullable(request.getHeaders().get("Content-Type")).orElse("");
    if (!type.contains("x-www-form-urlencoded")) {
      try {
        return Json.parse(text.isEmpty() ? "null" : text);
      } catch (JsonProcessingException malformed) {
        return JsonNodeFactory.instance.textNode(text);
      }
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    HttpUrl form = HttpUrl.get("http://form/?" + text.replace("+", "%20"));
    form.queryParameterNames().forEach(it -> fields.put(it, form.queryParameter(it)));
    return fields;
  }
}
