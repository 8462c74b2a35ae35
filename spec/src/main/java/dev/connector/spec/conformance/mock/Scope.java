package dev.connector.spec.conformance.mock;

import dev.connector.spec.conformance.mock.data.Dataset;
import dev.connector.spec.conformance.mock.data.Stored;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whose records a request is about: those of a parent, or of what else its path names. */
record Scope(Dataset dataset, Set<String> settings) {

  Scope {
    settings = Set.copyOf(settings);
  }

  /**
   * The records within what a request names; where nothing lists them all, each path has its own.
   */
  Stream<Stored> records(Route.Match match) {
    String resource = match.route().name().resource();
    Map<String, String> scope = of(match);
    if (parent(resource).isEmpty() && !scope.isEmpty()) {
      dataset.open(resource, scope);
    }
    return dataset.stored(resource).stream().filter(it -> agree(it.scope(), match.variables()));
  }

  /** Whether the parents that the request names exist. */
  boolean exists(Route.Match match) {
    Optional<Parent> parent = parent(match.route().name().resource());
    return parent.isEmpty()
        || dataset.stored(parent.get().resource()).stream()
            .filter(it -> !it.deleted())
            .map(it -> Dataset.bound(parent.get(), it))
            .anyMatch(it -> agree(it, match.variables()));
  }

  /** What a new record belongs to. */
  Map<String, String> of(Route.Match match) {
    Map<String, String> scope = new HashMap<>(match.variables());
    scope.keySet().retainAll(names(match.route().name().resource()));
    return scope;
  }

  /** The value in the path that names one record. */
  Optional<String> key(Route.Match match) {
    Set<String> names = names(match.route().name().resource());
    return match.path().keySet().stream()
        .filter(it -> !names.contains(it) && !settings.contains(it))
        .reduce((first, last) -> last)
        .map(match.path()::get);
  }

  private Set<String> names(String name) {
    Set<String> names = new HashSet<>();
    for (Optional<Parent> at = parent(name); at.isPresent(); at = parent(at.get().resource())) {
      names.addAll(at.get().bind().keySet());
    }
    Resource resource = dataset.resource(name);
    if (names.isEmpty() && dataset.isScoped(name)) {
      resource.operations().values().stream()
          .filter(Scope::lists)
          .forEach(it -> names.addAll(it.request().path().placeholders()));
      names.removeAll(settings);
    }
    return names;
  }

  private static boolean lists(Operation operation) {
    return operation
        .answer()
        .records()
        .filter(it -> !(it.shape() instanceof Records.Single))
        .isPresent();
  }

  private static boolean agree(Map<String, String> bound, Map<String, String> asked) {
    return bound.entrySet().stream()
        .allMatch(it -> asked.getOrDefault(it.getKey(), it.getValue()).equals(it.getValue()));
  }

  private Optional<Parent> parent(String resource) {
    return dataset.resource(resource).reading().parent();
  }
}
