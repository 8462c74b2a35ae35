package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.conformance.mock.data.Dataset;
import dev.connector.spec.conformance.mock.data.Stored;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which records an operation is about. */
record Selection(Dataset dataset, Scope scope) {

  /** The names of arguments that say how far a stretch of time reaches, its end included. */
  private static final Set<String> ENDS = Set.of("until", "to", "end", "before");

  /** The records of a list: of the parent, from the cursor on, with the values asked for. */
  List<Stored> list(Route.Match match, Incoming request) {
    String name = match.route().name().resource();
    Stream<Stored> found =
        scope
            .records(match)
            .filter(it -> dataset.listsMarked(name) || it.deleted() == listsDeletes(match));
    for (var variable : match.variables().entrySet()) {
      if (filters(match, variable.getKey())) {
        found =
            found.filter(
                it -> it.record().path(variable.getKey()).asText().equals(variable.getValue()));
      }
    }
    Optional<Incremental> incremental = dataset.resource(name).reading().incremental();
    if (incremental.isPresent()) {
      found = since(incremental.get(), match, found);
    }
    return match.route().operation().request().payload() instanceof Payload.Json json
        ? new SearchBody(request.json(), asks(json)).apply(found).toList()
        : found.toList();
  }

  /** Whether the text that a body searches for is a caller's: what settings say is always found. */
  private boolean asks(Payload.Json json) {
    JsonNode text = json.body().value().path(SearchBody.TEXT);
    Set<String> names = text.isTextual() ? new Template(text.asText()).placeholders() : Set.of();
    return !names.isEmpty() && !scope.settings().containsAll(names);
  }

  /** The record that the path names; the last one where the path names none. */
  Optional<Stored> one(Route.Match match) {
    String name = match.route().name().resource();
    Optional<String> key = scope.key(match);
    Stream<Stored> live = scope.records(match).filter(it -> !it.deleted());
    return key.isEmpty()
        ? live.reduce((first, last) -> last)
        : live.filter(it -> hasKey(name, it.record(), key.get())).findFirst();
  }

  private static Stream<Stored> since(
      Incremental incremental, Route.Match match, Stream<Stored> records) {
    boolean sorts =
        match.route().name().operation().equals(incremental.operation())
            && incremental.order() != Incremental.Order.NONE;
    if (!sorts && match.variables().keySet().stream().noneMatch(it -> bounds(match, it))) {
      return records;
    }
    Order order = new Order(incremental.value());
    Stream<Keyed> keyed =
        records.map(it -> new Keyed(order.of(it.record().at(incremental.cursor())), it));
    for (var variable : match.variables().entrySet()) {
      boolean to = ENDS.contains(variable.getKey());
      if (bounds(match, variable.getKey())) {
        SortKey bound = order.key(variable.getValue());
        keyed =
            keyed.filter(it -> to ? it.key.compareTo(bound) <= 0 : reaches(incremental, it, bound));
      }
    }
    if (sorts) {
      boolean ascending = incremental.order() == Incremental.Order.ASCENDING;
      Comparator<Keyed> by = Comparator.comparing(Keyed::key);
      keyed = keyed.sorted(ascending ? by : by.reversed());
    }
    return keyed.map(Keyed::stored);
  }

  private static boolean reaches(Incremental incremental, Keyed record, SortKey cursor) {
    switch (incremental.filter()) {
      case INCLUSIVE:
        return record.key.compareTo(cursor) >= 0;
      case EXCLUSIVE:
        return record.key.compareTo(cursor) > 0;
      default:
        return true;
    }
  }

  /** Whether a placeholder says where a stretch of time begins or ends. */
  private static boolean bounds(Route.Match match, String variable) {
    return variable.equals("cursor") || ENDS.contains(variable) || isTime(match, variable);
  }

  private static boolean isTime(Route.Match match, String variable) {
    return Optional.ofNullable(match.route().operation().arguments().get(variable))
        .map(Argument::type)
        .filter(it -> it == Argument.Type.DATE || it == Argument.Type.TIMESTAMP)
        .isPresent();
  }

  private boolean listsDeletes(Route.Match match) {
    return dataset
        .resource(match.route().name().resource())
        .reading()
        .deletes()
        .filter(
            it ->
                it instanceof Deletes.Listed listed
                    && listed.operation().equals(match.route().name().operation()))
        .isPresent();
  }

  /** An argument with the name of a plain field asks for records with that value. */
  private boolean filters(Route.Match match, String variable) {
    Resource resource = dataset.resource(match.route().name().resource());
    Argument argument = match.route().operation().arguments().get(variable);
    JsonNode type =
        dataset.schema(match.route().name().resource()).at("/properties").path(variable);
    boolean plain =
        !type.isMissingNode() && !Set.of("object", "array").contains(type.path("type").asText());
    Map<String, ?> bound =
        resource.reading().parent().<Map<String, ?>>map(it -> it.bind()).orElse(Map.of());
    return plain
        && argument != null
        && argument.type() != Argument.Type.LIST
        && !scope.settings().contains(variable)
        && !bound.containsKey(variable);
  }

  private boolean hasKey(String resource, JsonNode record, String key) {
    return dataset.resource(resource).record().primaryKey().stream()
        .anyMatch(it -> record.at(it).asText().equals(key));
  }

  private record Keyed(SortKey key, Stored stored) {}
}
