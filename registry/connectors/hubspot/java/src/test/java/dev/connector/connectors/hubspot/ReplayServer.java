package dev.connector.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.settings.Setting;
import dev.connector.runtime.settings.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * Stands in for the API, on this machine: gives each answer of a fixture once, to the request that
 * the fixture has it for, and remembers what it was asked.
 */
final class ReplayServer extends Dispatcher implements AutoCloseable {

  /** What the tests authenticate with; no secret of anybody. */
  static final Map<String, String> CREDENTIALS = credentials();

  private static final String NAME = "hubspot";
  private static final List<String> ORIGINS = List.of("https://api.hubapi.com/");
  private static final Map<String, String> TOKENS = tokens();

  private final MockWebServer server = new MockWebServer();
  private final Optional<MockResponse> always;
  private final List<JsonNode> left;
  private final List<String> asked = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();

  private boolean inOrder;

  private ReplayServer(List<JsonNode> exchanges, Optional<MockResponse> always)
      throws IOException {
    this.left = new ArrayList<>(exchanges);
    this.always = always;
    server.setDispatcher(this);
    server.start();
  }

  /** Has no answers but those of a fixture. */
  static ReplayServer answering(Fixture fixture) throws IOException {
    return new ReplayServer(fixture.exchanges(), Optional.empty());
  }

  /** Gives these answers of a fixture one after the other, whatever it is asked, and then a 500. */
  static ReplayServer inOrder(Fixture fixture, int from, int to) throws IOException {
    ReplayServer server =
        new ReplayServer(fixture.exchanges().subList(from, to), Optional.empty());
    server.inOrder = true;
    return server;
  }

  /**
   * Gives the answers of a fixture from here on. The server stays the same one, as what a read
   * remembers may be a link that the API gave it.
   */
  synchronized void goOn(Fixture fixture, int from) {
    left.clear();
    left.addAll(fixture.exchanges().subList(from, fixture.exchanges().size()));
  }

  /** Has this one answer to everything but requests for tokens. */
  static ReplayServer always(int status, String body) throws IOException {
    MockResponse answer = new MockResponse.Builder().code(status).body(body).build();
    return new ReplayServer(List.of(), Optional.of(answer));
  }

  /** A connector that takes this server for the API. */
  Connector connector(Fixture fixture) {
    return HubSpotConnector.of(environment(fixture.settings()));
  }

  /** The environment variables of such a connector. */
  Map<String, String> environment(Map<String, JsonNode> settings) {
    Map<String, String> environment = new LinkedHashMap<>(CREDENTIALS);
    environment.put(variable("maxRetries"), "0");
    environment.put(variable("rateLimits"), "100000/1s");
    environment.put(variable("baseUrl"), server.url("/").toString());
    environment.put(variable("allowLoopback"), "true");
    environment.put(
        variable("origins"),
        String.join(",", ORIGINS.stream().map(it -> it + "=" + server.url("/")).toList()));
    settings.forEach((name, value) -> environment.put(variable(name), value.asText()));
    return environment;
  }

  /** The environment variable of a setting. */
  static String variable(String setting) {
    return Setting.optional(setting, Shape.text()).variable(NAME);
  }

  /** The requests that were made, without those for tokens: method, path, query and body. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** Checks that all of the fixture was asked for, and nothing else. */
  synchronized void requireAsked() {
    assertThat(unexpected).as("requests that the fixture does not have").isEmpty();
    assertThat(left).as("exchanges that were not asked for").isEmpty();
  }

  @Override
  public synchronized MockResponse dispatch(RecordedRequest request) {
    String token = TOKENS.get(request.getUrl().encodedPath());
    if (token != null) {
      return new MockResponse.Builder().body(token).build();
    }
    asked.add(told(request));
    if (always.isPresent()) {
      return always.get();
    }
    for (JsonNode exchange : left) {
      if (inOrder || fits(exchange.path("request"), request)) {
        left.remove(exchange);
        return answer(exchange.path("response"));
      }
    }
    unexpected.add(told(request));
    return new MockResponse.Builder().code(inOrder ? 500 : 404).build();
  }

  @Override
  public void close() {
    server.close();
  }

  /** Whether a request has all that a fixture says; it may have more, such as a page's size. */
  private static boolean fits(JsonNode expected, RecordedRequest request) {
    HttpUrl url = request.getUrl();
    String path = "/" + String.join("/", url.pathSegments());
    return expected.path("method").asText().equals(request.getMethod())
        && expected.path("path").asText().equals(path)
        && expected.path("query").properties().stream()
            .allMatch(it -> it.getValue().asText().equals(url.queryParameter(it.getKey())))
        && covers(expected.path("body"), body(request));
  }

  private static boolean covers(JsonNode expected, JsonNode actual) {
    if (expected.isMissingNode() || expected.isNull()) {
      return true;
    }
    return expected.isObject()
        ? expected.properties().stream()
            .allMatch(it -> covers(it.getValue(), actual.path(it.getKey())))
        : expected.asText().equals(actual.asText()) && expected.size() == actual.size();
  }

  private static String told(RecordedRequest request) {
    HttpUrl url = request.getUrl();
    String query = url.encodedQuery() == null ? "" : "?" + url.encodedQuery();
    return request.getMethod() + " " + url.encodedPath() + query + " " + body(request);
  }

  /** A body of JSON as it is, and a form as an object of its fields. */
  private static JsonNode body(RecordedRequest request) {
    ByteString bytes = request.getBody();
    String text = bytes == null ? "" : bytes.utf8();
    String type = String.valueOf(request.getHeaders().get("Content-Type"));
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      try {
        return Json.parse(text);
      } catch (JsonProcessingException notJson) {
        return Json.write(text);
      }
    }
    Map<String, String> fields = new LinkedHashMap<>();
    HttpUrl form = HttpUrl.get("http://form/?" + text.replace("+", "%20"));
    form.queryParameterNames().forEach(name -> fields.put(name, form.queryParameter(name)));
    return Json.write(fields);
  }

  private static MockResponse answer(JsonNode response) {
    MockResponse.Builder answer =
        new MockResponse.Builder().code(response.path("status").asInt());
    if (!response.path("body").isNull()) {
      answer.body(response.path("body").toString());
    }
    response
        .path("headers")
        .properties()
        .forEach(header -> answer.addHeader(header.getKey(), header.getValue().asText()));
    return answer.build();
  }

  private static Map<String, String> credentials() {
    Map<String, String> credentials = new LinkedHashMap<>();
    credentials.put("HUBSPOT_ACCESS_TOKEN", "mock-accessToken");
    credentials.put("HUBSPOT_CLIENT_SECRET", "mock-clientSecret");
    return credentials;
  }

  /** What is answered where tokens are to be had. */
  private static Map<String, String> tokens() {
    Map<String, String> answers = new LinkedHashMap<>();
    return answers;
  }
}
