package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.spec.conformance.mock.data.Dataset;
import dev.connector.spec.conformance.mock.data.Stored;
import dev.connector.spec.conformance.mock.exchange.Page;
import dev.connector.spec.conformance.mock.exchange.PageWriter;
import dev.connector.spec.conformance.mock.exchange.Pointers;
import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.conformance.mock.fault.Spoiling;
import dev.connector.spec.definition.Answer;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Records;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API answers to a request, from its definition and the records there are. */
final class Behaviour {

  private final List<Route> routes;
  private final Doorstep doorstep;
  private final Gate gate;
  private final Meter meter;
  private final Dataset dataset;
  private final Selection selection;
  private final Paging paging;
  private final Created created = new Created();

  Behaviour(List<Route> routes, Gate gate, Meter meter, Selection selection, Paging paging) {
    this.doorstep = new Doorstep(gate.schemes(), gate.settings(), gate.tokens());
    this.routes = List.copyOf(routes);
    this.gate = gate;
    this.meter = meter;
    this.dataset = selection.dataset();
    this.selection = selection;
    this.paging = paging;
  }

  /** What a request is for, as a {@code SeenRequest} names it. */
  String operation(Incoming request) {
    return doorstep
        .operation(request)
        .or(() -> match(request).map(it -> it.route().name().toString()))
        .orElse("");
  }

  /** The values of the placeholders of what a request is for. */
  Map<String, String> placeholders(Incoming request) {
    return match(request).map(Route.Match::variables).orElse(Map.of());
  }

  private Optional<Route.Match> match(Incoming request) {
    return routes.stream()
        .flatMap(it -> it.match(request).stream())
        .max(Comparator.comparingInt(Route.Match::exactness));
  }

  /** The answer, spoiled where its records and pages are to be. */
  Reply answer(Incoming request, Spoiling spoiling) {
    Optional<Reply> token = doorstep.answer(request);
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
              .header("Retry-After", String.valueOf(wait.get().toSeconds() + 1)),
          request.seen().time());
    }
    return meter.told(operated(match.get(), request, spoiling), request.seen().time());
  }

  private Reply operated(Route.Match match, Incoming request, Spoiling spoiling) {
    if (match.route().operation().answer().format() != Answer.Format.JSON) {
      return Reply.error(501, "the mock answers in JSON alone");
    }
    if (!selection.scope().exists(match)) {
      return Reply.error(404, "there is no such parent");
    }
    try {
      return lists(match.route().operation())
          ? list(match, request, spoiling)
          : single(match, request, spoiling);
    } catch (Paging.InvalidPage invalid) {
      return Reply.error(400, invalid.getMessage());
    } catch (IllegalArgumentException malformed) {
      return Reply.error(400, "a value is malformed: " + malformed.getMessage());
    }
  }

  private Reply list(Route.Match match, Incoming request, Spoiling spoiling) {
    Operation operation = match.route().operation();
    Paging.Part part =
        paging.part(selection.list(match, request), operation.pagination(), match, request);
    Page page =
        new Page(plain(part.records()), part.totals(), paging.next(part), about(match, part));
    return new PageWriter(operation.answer()).list(spoiling.page(page), request.seen().url());
  }

  private Page.About about(Route.Match match, Paging.Part part) {
    String resource = match.route().name().resource();
    return new Page.About(
        dataset.resource(resource).record(),
        dataset.schema(resource),
        match.route().operation().pagination(),
        part.asked(),
        plain(part.before()),
        () -> paging.again(part));
  }

  private Reply one(int status, Stored found, Route.Match match, Spoiling spoiling) {
    Paging.Part alone = new Paging.Part(List.of(found), 0, 1, Optional.empty(), "");
    Page page =
        new Page(plain(alone.records()), alone.totals(), Optional.empty(), about(match, alone));
    return new PageWriter(match.route().operation().answer()).one(status, spoiling.page(page));
  }

  private static List<JsonNode> plain(List<Stored> records) {
    return records.stream().<JsonNode>map(Stored::record).toList();
  }

  private Reply single(Route.Match match, Incoming request, Spoiling spoiling) {
    Operation operation = match.route().operation();
    String resource = match.route().name().resource();
    if (operation.request().method().equals("POST") && !operation.effect().safe()) {
      Optional<String> key = operation.effect().idempotencyKey().map(request.seen().headers()::get);
      Stored made =
          created.of(
              key, () -> dataset.create(resource, selection.scope().of(match), values(request)));
      return one(201, made, match, spoiling);
    }
    Optional<Stored> found = selection.one(match);
    if (found.isEmpty()) {
      return operation.request().method().equals("PUT")
          ? put(match, request, spoiling)
          : Reply.error(404, "there is no such record");
    }
    switch (operation.request().method()) {
      case "DELETE":
        dataset.archive(resource, found.get());
        return Reply.empty(204);
      case "PUT":
      case "PATCH":
        Stored changed = dataset.update(resource, found.get(), values(request));
        return one(200, changed, match, spoiling);
      default:
        return one(200, found.get(), match, spoiling);
    }
  }

  /** A record with the key that the path names. */
  private Reply put(Route.Match match, Incoming request, Spoiling spoiling) {
    String resource = match.route().name().resource();
    ObjectNode values = values(request).deepCopy();
    JsonPointer key = dataset.resource(resource).record().primaryKey().get(0);
    selection.scope().key(match).ifPresent(it -> Pointers.set(values, key, TextNode.valueOf(it)));
    return one(200, dataset.create(resource, selection.scope().of(match), values), match, spoiling);
  }

  private static ObjectNode values(Incoming request) {
    return request.json() instanceof ObjectNode object
        ? object
        : JsonNodeFactory.instance.objectNode();
  }

  private static boolean lists(Operation operation) {
    return operation
        .answer()
        .records()
        .filter(it -> !(it.shape() instanceof Records.Single))
        .isPresent();
  }
}
