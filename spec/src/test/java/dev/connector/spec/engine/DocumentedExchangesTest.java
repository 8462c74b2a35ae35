package dev.connector.spec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.definition.Definition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The engine asks what the vendors document, and makes of the answers what they say. */
class DocumentedExchangesTest {

  @TestFactory
  Stream<DynamicTest> everyFixtureGivesItsRecords() {
    return Stream.of("frankfurter", "hubspot")
        .flatMap(
            name ->
                Fixtures.of(name).files("fixtures").stream()
                    .filter(file -> !file.getFileName().toString().startsWith("oauth."))
                    .map(
                        file ->
                            DynamicTest.dynamicTest(
                                name + " " + file.getFileName(),
                                () -> replay(Fixtures.of(name), file))));
  }

  private static void replay(Fixtures connector, Path file) throws Exception {
    JsonNode fixture = Fixtures.json(Fixtures.read(file));
    Definition definition = connector.definition();
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      fixture.path("exchanges").forEach(it -> server.enqueue(answer(it.path("response"))));
      String base = definition.name().equals("frankfurter") ? "/v1" : "";
      try (Engine engine =
          new Engine(
              definition, connector.schemas(), environment(definition, fixture, server, base))) {
        if (fixture.has("error")) {
          ApiException error =
              catchThrowableOfType(ApiException.class, () -> run(engine, definition, fixture));
          assertThat(error.code()).hasToString(fixture.path("error").asText());
        } else {
          List<JsonNode> records = run(engine, definition, fixture);
          assertThat(records).hasSize(fixture.path("records").size());
          for (int i = 0; i < records.size(); i++) {
            requireMembers(fixture.path("records").get(i), records.get(i));
          }
        }
      }
      assertThat(server.getRequestCount()).isEqualTo(fixture.path("exchanges").size());
      for (JsonNode exchange : fixture.path("exchanges")) {
        requireAsked(exchange.path("request"), server.takeRequest());
      }
    }
  }

  private static Map<String, String> environment(
      Definition definition, JsonNode fixture, MockWebServer server, String base) {
    Map<String, String> environment = new HashMap<>();
    environment.put(definition.variable("baseUrl"), server.url(base).toString());
    environment.put(definition.variable("allowLoopback"), "true");
    environment.put(definition.variable("maxRetries"), "0");
    environment.put(definition.variable("rateLimits"), "1000/1s");
    environment.put(definition.variable("accessToken"), "t0ken");
    fixture
        .path("settings")
        .properties()
        .forEach(it -> environment.put(definition.variable(it.getKey()), it.getValue().asText()));
    return environment;
  }

  private static List<JsonNode> run(Engine engine, Definition definition, JsonNode fixture) {
    String[] name = fixture.path("operation").asText().split("\\.");
    var resource = definition.resources().get(name[0]);
    Map<String, JsonNode> arguments = new HashMap<>();
    fixture.path("arguments").properties().forEach(it -> arguments.put(it.getKey(), it.getValue()));
    arguments.remove("limit"); // the size of a page is the reader's choice
    int limit = Math.max(1, fixture.path("records").size());
    boolean incremental =
        resource.reading().incremental().filter(it -> it.operation().equals(name[1])).isPresent();
    if (incremental) {
      return read(engine, name[0], arguments, limit);
    }
    if (fixture.path("records").isEmpty()) {
      CallRequest request = new CallRequest(fixture.path("operation").asText(), arguments);
      engine.call(request, event -> {}, new Cancellation());
      return List.of();
    }
    ResourcePlan plan = ResourcePlan.of(engine.connection(), name[0]);
    Values values =
        Arguments.of(name[1], resource.operations().get(name[1]))
            .in(plan.connection().settings(), arguments);
    return plan.connection().client().list(plan.listing(name[1], values).limit(limit)).stream()
        .toList();
  }

  private static List<JsonNode> read(
      Engine engine, String resource, Map<String, JsonNode> arguments, int limit) {
    ReadRequest request = ReadRequest.of(resource).limit(limit);
    JsonNode cursor = arguments.get("cursor");
    if (cursor != null) {
      request = request.since(cursor.asText());
    }
    List<JsonNode> records = new ArrayList<>();
    engine.read(
        request,
        event -> {
          if (event instanceof Event.Record found) {
            assertThat(found.violations()).isEmpty();
            records.add(found.data());
          }
        },
        new Cancellation());
    return records;
  }

  private static MockResponse answer(JsonNode response) {
    MockResponse.Builder answer = new MockResponse.Builder().code(response.path("status").asInt());
    if (!response.path("body").isNull()) {
      answer.body(response.path("body").toString());
    }
    response
        .path("headers")
        .properties()
        .forEach(it -> answer.setHeader(it.getKey(), it.getValue().asText()));
    return answer.build();
  }

  private static void requireAsked(JsonNode expected, RecordedRequest asked) {
    assertThat(asked.getMethod()).isEqualTo(expected.path("method").asText());
    assertThat("/" + String.join("/", asked.getUrl().pathSegments()))
        .isEqualTo(expected.path("path").asText());
    expected
        .path("query")
        .properties()
        .forEach(
            it -> {
              if (!it.getKey().equals("limit")) { // the size of a page is the reader's choice
                assertThat(asked.getUrl().queryParameter(it.getKey()))
                    .isEqualTo(it.getValue().asText());
              }
            });
    if (expected.path("body").isObject()) {
      requireMembers(expected.path("body"), Fixtures.json(asked.getBody().utf8()));
    }
  }

  /** The documented members have the documented values; there may be others. */
  private static void requireMembers(JsonNode expected, JsonNode actual) {
    if (expected instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              it -> {
                if (!it.getKey().equals("limit")) {
                  requireMembers(it.getValue(), actual.path(it.getKey()));
                }
              });
    } else {
      assertThat(actual).isEqualTo(expected);
    }
  }
}
