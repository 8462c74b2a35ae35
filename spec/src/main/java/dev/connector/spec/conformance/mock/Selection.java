package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.conformance.mock.data.Dataset;
import dev.connector.spec.conformance.mock.data.Stored;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which records an operation is about. */
record Selection(Dataset dataset, Set<String> settings) {

  /** The records of a list: of the parent, from the cursor on, with the values asked for. */
  List<Stored> list(Route.Match match, Incoming request) {
    String name = match.route().name().resource();
    Resource resource = dataset.resource(name);
    Stream<Stored> found = within(match)
            .filter(it -> dataset.listsMarked(name) || it.deleted() == listsDeletes(match));
    Optional<Incremental> incremental = resource.reading().incremental();
    String cursor = match.variables().get("cursor");
    if (incremental.isPresent() && cursor != null) {
      found = found.filter(it -> isFrom(incremental.get(), cursor, it.record()));
    }
    for (var variable : match.variables().entrySet()) {
      if (filters(match, variable.getKey())) {
        found =
            found.filter(
                it -> it.record().path(variable.getKey()).asText().equals(variable.getValue()));
      }
    }
    List<Stored> selected = new SearchBody(request.json()).apply(found).toList();
    if (incremental.isEmpty() || incremental.get().order() == Incremental.Order.NONE) {
      return selected;
    }
    Order order = new Order(incremental.get().value());
    int direction = incremental.get().order() == Incremental.Order.ASCENDING ? 1 : -1;
    return selected.stream()
        .sorted(
            (one, other) ->
                direction
                    * order.compare(
                        one.record().at(incremental.get().cursor()).asText(),
                        other.record().at(incremental.get().cursor()).asText()))
        .toList();
  }

  /** The record that the path names; the last one where the path names none. */
  Optional<Stored> one(Route.Match match) {
    String name = match.route().name().resource();
    Set<String> bound = bound(name);
    Optional<String> key =
        match.path().keySet().stream()
            .filter(it -> !bound.contains(it) && !settings.contains(it))
            .reduce((first, last) -> last)
            .map(match.path()::get);
    Stream<Stored> live = within(match).filter(it -> !it.deleted());
    return key.isEmpty()
        ? live.reduce((first, last) -> last)
        : live.filter(it -> hasKey(name, it.record(), key.get())).findFirst();
  }

  /** Whether the parents that the request names exist. */
  boolean parentsExist(Route.Match match) {
    Optional<Parent> parent = parent(match.route().name().resource());
    return parent.isEmpty()
        || dataset.stored(parent.get().resource()).stream()
            .filter(it -> !it.deleted())
            .map(it -> Dataset.bound(parent.get(), it))
            .anyMatch(it -> agree(it, match.variables()));
  }

  /** What of the parents a new record belongs to. */
  Map<String, String> parent(Route.Match match) {
    return match.variables().entrySet().stream()
        .filter(it -> bound(match.route().name().resource()).contains(it.getKey()))
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Stream<Stored> within(Route.Match match) {
    return dataset.stored(match.route().name().resource()).stream()
        .filter(it -> agree(it.scope(), match.variables()));
  }

  private static boolean agree(Map<String, String> bound, Map<String, String> asked) {
    return bound.entrySet().stream()
        .allMatch(it -> asked.getOrDefault(it.getKey(), it.getValue()).equals(it.getValue()));
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

  private static boolean isFrom(Incremental incremental, String cursor, JsonNode record) {
    int compared =
        new Order(incremental.value()).compare(record.at(incremental.cursor()).asText(), cursor);
    switch (incremental.filter()) {
      case INCLUSIVE:
        return compared >= 0;
      case EXCLUSIVE:
        return compared > 0;
      default:
        return true;
    }
  }

  /** An argument with the name of a plain field asks for records with that value. */
  private boolean filters(Route.Match match, String variable) {
    Resource resource = dataset.resource(match.route().name().resource());
    Argument argument = match.route().operation().arguments().get(variable);
    JsonNode type =
        dataset.schema(match.route().name().resource()).at("/properties").path(variable);
    boolean plain =
        !type.isMissingNode() && !Set.of("object", "array").contains(type.path("type").asText());
    return plain
        && argument != null
        && argument.type() != Argument.Type.LIST
        && !settings.contains(variable)
        && resource.reading().parent().map(it -> !it.bind().containsKey(variable)).orElse(true);
  }

  private boolean hasKey(String resource, JsonNode record, String key) {
    return dataset.resource(resource).record().primaryKey().stream()
        .anyMatch(it -> record.at(it).asText().equals(key));
  }

  private Set<String> bound(String resource) {
    Set<String> names = new java.util.HashSet<>();
    for (Optional<Parent> at = parent(resource); at.isPresent(); at = parent(at.get().resource())) {
      names.addAll(at.get().bind().keySet());
    }
    return names;
  }

  private Optional<Parent> parent(String resource) {
    return dataset.resource(resource).reading().parent();
  }
}
