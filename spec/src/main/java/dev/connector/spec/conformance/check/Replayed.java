package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.connector.CallRequest;
import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.Bench;
import dev.connector.spec.conformance.Transcript;
import dev.connector.spec.conformance.evidence.Fixture;
import dev.connector.spec.conformance.evidence.Replay;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.engine.RecordsTranslation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * A fixture before a connector: the vendor's answers, and what the connector makes of them.
 *
 * @param stage where it is shown
 */
record Replayed(Stage stage, Fixture fixture) {

  private static final Map<String, String> VALUES =
      Map.of("maxRetries", "0", "rateLimits", "100000/1s/100000");

  /**
   * Where fixtures are shown.
   *
   * @param mock gives credentials, and tokens where there are any
   * @param connectors those that run, by their settings
   */
  record Stage(
      Bench bench, MockApi mock, Replay replay, Map<Map<String, String>, Connector> connectors) {

    static Stage on(Bench bench) {
      MockApi mock = bench.mock(new MockOptions(1, 1, 1));
      Replay replay = bench.closing(Replay.start());
      replay.aside(Logins.of(bench.definition(), mock)::answer);
      return new Stage(bench, mock, replay, new HashMap<>());
    }

    Connector connector(Map<String, String> environment, Map<String, String> settings) {
      Map<String, String> values = new LinkedHashMap<>(VALUES);
      values.putAll(settings);
      Map<String, String> all = new LinkedHashMap<>(environment);
      all.putAll(values);
      return connectors.computeIfAbsent(all, it -> bench.connector(environment, values));
    }
  }

  /** What is not as the vendor says; empty where all is. */
  Optional<String> difference() {
    stage.replay().load(fixture.exchanges());
    return fixture.operation().startsWith("oauth.")
        ? tokens(stage.replay())
        : operation().map(it -> used(stage.replay(), it)).orElse(Optional.of("no such operation"));
  }

  /** Whether there are further pages, which nothing but reading a resource would ask for. */
  boolean partly() {
    return fixture.exchanges().size() > 1 && !isRead() && operation().isPresent();
  }

  private Optional<String> used(Replay replay, Operation operation) {
    Map<String, String> environment = replayed(stage.mock().environment(), replay);
    Connector connector = stage.connector(environment, fixture.settings());
    Transcript got = isRead() ? read(connector, operation) : call(connector, operation);
    Optional<String> requests = requests(replay, sizes(operation));
    return requests.isPresent() ? requests : outcome(got, operation, replay);
  }

  private Transcript read(Connector connector, Operation operation) {
    ReadRequest request = ReadRequest.of(name().resource());
    for (var argument : arguments(operation).entrySet()) {
      request =
          argument.getKey().equals("cursor")
              ? request.since(argument.getValue().asText())
              : request.argument(argument.getKey(), argument.getValue());
    }
    return Bench.read(connector, request);
  }

  private Transcript call(Connector connector, Operation operation) {
    return Bench.call(connector, new CallRequest(fixture.operation(), arguments(operation)));
  }

  /** The size of a page is the reader's choice and no argument. */
  private Map<String, JsonNode> arguments(Operation operation) {
    Map<String, JsonNode> arguments = new LinkedHashMap<>(fixture.arguments());
    arguments
        .keySet()
        .removeIf(it -> sizes(operation).contains(it) && !operation.arguments().containsKey(it));
    return arguments;
  }

  private Optional<String> requests(Replay replay, Set<String> free) {
    int expected = partly() ? 1 : fixture.exchanges().size();
    for (int i = 0; i < expected; i++) {
      Optional<String> difference = replay.difference(i, free);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return replay.requests() > expected && !readsDeletes()
        ? Optional.of(replay.requests() + " requests")
        : Optional.empty();
  }

  private Optional<String> outcome(Transcript got, Operation operation, Replay replay) {
    if (fixture.error().isPresent()) {
      return got.code().equals(fixture.error().get())
          ? Optional.empty()
          : Optional.of("the error " + got.code());
    }
    // What is asked beyond the exchanges is answered with 404, which then is not the vendor's.
    boolean beyond = replay.requests() > fixture.exchanges().size();
    if (got.error().isPresent() && !(beyond && got.code().equals("NOT_FOUND"))) {
      return Optional.of("the error " + got.code());
    }
    boolean invalid = got.of(Event.Record.class).anyMatch(it -> !it.violations().isEmpty());
    return invalid
        ? Optional.of("a record that does not fit its schema")
        : records(isRead() ? got.records() : answered(got, operation));
  }

  private Optional<String> records(List<JsonNode> got) {
    int expected = partly() ? got.size() : fixture.records().size();
    if (got.size() != expected || got.size() > fixture.records().size()) {
      return Optional.of(got.size() + " records");
    }
    for (int i = 0; i < expected; i++) {
      Optional<String> at = Replay.missing(fixture.records().get(i), got.get(i), Set.of());
      if (at.isPresent()) {
        return Optional.of("another value at " + at.get() + " of record " + (i + 1));
      }
    }
    return Optional.empty();
  }

  /** The records of a call's answer, which is the API's own. */
  private static List<JsonNode> answered(Transcript got, Operation operation) {
    return operation.answer().records().isEmpty()
        ? List.of()
        : RecordsTranslation.records(operation.answer()).in(got.result().orElseThrow().data());
  }

  /** The token request, and the first one with the token that was answered. */
  private Optional<String> tokens(Replay replay) {
    List<AuthenticationScheme> schemes = definition().authentication();
    for (int i = 0; i < schemes.size(); i++) {
      if (schemes.get(i) instanceof AuthenticationScheme.OAuth2 oauth) {
        Map<String, String> environment = replayed(stage.mock().environment(i), replay);
        HttpUrl url = HttpUrl.parse(oauth.endpoint().url().text());
        environment.put(definition().variable("origins"), url.resolve("/") + "=" + replay.origin());
        Bench.read(
            stage.connector(environment, fixture.settings()), Probe.read(stage.bench()).limit(1));
        JsonNode answer = fixture.exchanges().get(0).response().body();
        String token = answer.at(oauth.endpoint().answer().accessToken()).asText();
        Optional<String> difference = replay.difference(0, Set.of());
        return difference.isPresent() || replay.brings(1, token)
            ? difference
            : Optional.of("no second request with the token of the answer");
      }
    }
    return Optional.of("no OAuth 2 in the definition");
  }

  /** The variables of a connector that takes the replay for the API. */
  private Map<String, String> replayed(Map<String, String> variables, Replay replay) {
    Map<String, String> environment = new LinkedHashMap<>(variables);
    String base = environment.get(definition().variable("baseUrl"));
    String path = HttpUrl.get(base).encodedPath().replaceFirst("/$", "");
    environment.put(definition().variable("baseUrl"), replay.origin() + path);
    return environment;
  }

  private boolean isRead() {
    return Target.all(definition()).stream().anyMatch(it -> it.list().equals(fixture.operation()));
  }

  private boolean readsDeletes() {
    return isRead()
        && definition()
            .resources()
            .get(name().resource())
            .reading()
            .deletes()
            .filter(Deletes.Listed.class::isInstance)
            .isPresent();
  }

  /** The parameters and fields that say how large a page is. */
  private static Set<String> sizes(Operation operation) {
    Set<String> names = new HashSet<>();
    Optional<Placement> place =
        operation.pagination().flatMap(Pagination::size).flatMap(Pagination.Size::parameter);
    if (place.orElse(null) instanceof Placement.Query query) {
      names.add(query.name());
    }
    if (place.orElse(null) instanceof Placement.Body body) {
      names.add(body.pointer().last().getMatchingProperty());
    }
    return names;
  }

  private OperationName name() {
    return OperationName.parse(fixture.operation());
  }

  private Optional<Operation> operation() {
    return Optional.ofNullable(definition().resources().get(name().resource()))
        .map(Resource::operations)
        .map(it -> it.get(name().operation()));
  }

  private Definition definition() {
    return stage.bench().definition();
  }
}
