package dev.connector.connectors.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.signature.Delivery;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.conformance.mock.exchange.SeenRequest;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.engine.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The engine and the code of one connector, in front of mock APIs that are alike. */
record Pair(ConnectorFolder folder, Function<Map<String, String>, Connector> code) {

  /** What came of a command: events without attempts, a result, a failure in words. */
  record Outcome(List<Event> events, JsonNode result, String failure, List<Asked> requests) {}

  /** A request; its body as JSON, where the order of fields means nothing. */
  record Asked(String line, List<String> accepted, JsonNode body) {
    static Asked of(SeenRequest request) {
      try {
        String line = request.method() + " " + request.url().encodedPath();
        return new Asked(
            line + query(request.url()),
            request.headers().values("Accept"),
            Json.parse(request.body()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static Pair of(String connector, Function<Map<String, String>, Connector> code) {
    return new Pair(ConnectorFolder.read(Path.of(connector)), code);
  }

  /** Both read the same. */
  Outcome reads(ReadRequest request, Map<String, String> more) {
    return alike(
        more,
        connector ->
            outcome(
                events -> {
                  connector.read(request, events::add, new Cancellation());
                  return MissingNode.getInstance();
                }));
  }

  /** Both call the same. */
  Outcome calls(CallRequest request) {
    return alike(
        Map.of(),
        connector ->
            outcome(events -> connector.call(request, events::add, new Cancellation()).data()));
  }

  /** Both find the credentials good or bad in the same way. */
  Outcome checks(Map<String, String> more) {
    return alike(
        more,
        connector ->
            outcome(
                events -> {
                  connector.check(events::add, new Cancellation());
                  return MissingNode.getInstance();
                }));
  }

  /** Both judge deliveries the same, one after the other. */
  List<String> judge(Map<String, String> environment, List<Delivery> deliveries) {
    List<String> byEngine = judgements(engine(environment), deliveries);
    assertThat(judgements(code.apply(environment), deliveries)).isEqualTo(byEngine);
    return byEngine;
  }

  private static List<String> judgements(Connector connector, List<Delivery> deliveries) {
    try (connector) {
      List<String> judgements = new ArrayList<>();
      for (Delivery delivery : deliveries) {
        try {
          judgements.add(connector.webhook(delivery).toString());
        } catch (ApiException e) {
          judgements.add(e.code() + " " + e.getMessage());
        }
      }
      return judgements;
    }
  }

  void describeAlike(Map<String, String> environment) {
    try (Connector engine = engine(environment);
        Connector written = code.apply(environment)) {
      assertThat(written.describe()).isEqualTo(engine.describe());
    }
  }

  private Outcome alike(Map<String, String> more, Function<Connector, Outcome> command) {
    Outcome byEngine = outcome(this::engine, more, command);
    Outcome byCode = outcome(code, more, command);
    assertThat(byCode).isEqualTo(byEngine);
    return byCode;
  }

  private Outcome outcome(
      Function<Map<String, String>, Connector> connector,
      Map<String, String> more,
      Function<Connector, Outcome> command) {
    try (MockApi api =
        MockApi.start(folder.definition(), folder.schemas(), MockOptions.standard())) {
      Map<String, String> environment = new LinkedHashMap<>(api.environment());
      environment.putAll(more);
      try (Connector opened = connector.apply(environment)) {
        Outcome outcome = command.apply(opened);
        List<Asked> requests = api.requests().stream().map(Asked::of).toList();
        return new Outcome(outcome.events(), outcome.result(), outcome.failure(), requests);
      }
    }
  }

  private static String query(okhttp3.HttpUrl url) {
    return url.queryParameterNames().stream()
        .sorted()
        .map(name -> name + "=" + url.queryParameterValues(name))
        .toList()
        .toString();
  }

  private static Outcome outcome(Function<List<Event>, JsonNode> work) {
    List<Event> events = new ArrayList<>();
    JsonNode result = MissingNode.getInstance();
    String failure = "";
    try {
      result = work.apply(events);
    } catch (ApiException e) {
      // What one of them cannot do, each says in its own words.
      String message = e.code() == ErrorCode.UNSUPPORTED ? "" : e.getMessage();
      failure =
          e.code()
              + " "
              + message
              + " "
              + e.status()
              + " "
              + e.operation()
              + " "
              + e.method()
              + " "
              + e.path()
              + " "
              + e.attempts()
              + " "
              + e.retryable();
    }
    events.removeIf(Event.Attempt.class::isInstance);
    return new Outcome(events, result, failure, List.of());
  }

  private Connector engine(Map<String, String> environment) {
    return new Engine(folder.definition(), folder.schemas(), environment);
  }
}
