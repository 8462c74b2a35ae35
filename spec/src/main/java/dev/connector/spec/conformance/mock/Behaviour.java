package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.connector.spec.definition.Answer;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Records;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the API answers to a request, from its definition and the records there are. */
final class Behaviour {

  private final List<Route> routes;
  private final Gate gate;
  private final Meter meter;
  private final Dataset dataset;
  private final Selection selection;
  private final Paging paging;

  Behaviour(List<Route> routes, Gate gate, Meter meter, Selection selection, Paging paging) {
    this.routes = List.copyOf(routes);
    this.gate = gate;
    this.meter = meter;
    this.dataset = selection.dataset();
    this.selection = selection;
    this.paging = paging;
  }

  /** The operation a request is for. */
  Optional<Route.Match> match(Incoming request) {
    return routes.stream()
        .flatMap(it -> it.match(request).stream())
        .max(Comparator.comparingInt(Route.Match::exactness));
  }

  Reply answer(Incoming request) {
    Optional<Reply> token = gate.token(request);
    if (token.isPresent()) {
      return token.get();
    }
    if (!gate.admits(request)) {
      return Reply.error(401, "authentication is missing or wrong");
    }
    Optional<Route.Match> match = match(request);
    if (match.isEmpty()) {
      return Reply.error(404, "there is no such operation");
    }
    Optional<Duration> wait = meter.count(match.get().route().name(), request.seen().time());
    if (wait.isPresent()) {
      return meter.told(
          Reply.error(429, "too many requests")
              .header("Retry-After", String.valueOf(wait.get().toSeconds() + 1)));
    }
    return meter.told(operated(match.get(), request));
  }

  private Reply operated(Route.Match match, Incoming request) {
    if (match.route().operation().answer().format() != Answer.Format.JSON) {
      return Reply.error(501, "the mock answers in JSON alone");
    }
    if (!selection.parentsExist(match)) {
      return Reply.error(404, "there is no such parent");
    }
    try {
      return lists(match.route().operation()) ? list(match, request) : single(match, request);
    } catch (Paging.InvalidPage invalid) {
      return Reply.error(400, invalid.getMessage());
    } catch (IllegalArgumentException malformed) {
      return Reply.error(400, "a value is malformed: " + malformed.getMessage());
    }
  }

  private Reply list(Route.Match match, Incoming request) {
    Operation operation = match.route().operation();
    Paging.Part part =
        paging.part(selection.list(match, request), operation.pagination(), match, request);
    return new Answers(operation.answer()).list(part, operation.pagination(), request.seen().url());
  }

  private Reply single(Route.Match match, Incoming request) {
    Operation operation = match.route().operation();
    String resource = match.route().name().resource();
    Answers answers = new Answers(operation.answer());
    if (operation.request().method().equals("POST") && !operation.effect().safe()) {
      Stored made = dataset.create(resource, selection.parent(match), values(request));
      return answers.one(201, made);
    }
    Optional<Stored> found = selection.one(match);
    if (found.isEmpty()) {
      return Reply.error(404, "there is no such record");
    }
    switch (operation.request().method()) {
      case "DELETE":
        dataset.archive(resource, found.get());
        return Reply.empty(204);
      case "PUT":
      case "PATCH":
        return answers.one(200, dataset.update(resource, found.get(), values(request)));
      default:
        return answers.one(200, found.get());
    }
  }

  private static JsonNode values(Incoming request) {
    return request.json().isObject() ? request.json() : JsonNodeFactory.instance.objectNode();
  }

  private static boolean lists(Operation operation) {
    return operation
        .answer()
        .records()
        .filter(it -> !(it.shape() instanceof Records.Single))
        .isPresent();
  }
}
