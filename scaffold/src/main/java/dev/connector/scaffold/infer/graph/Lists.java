package dev.connector.scaffold.infer.graph;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.shape.Collection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations that return records, by path and by what their records are called. */
final class Lists {

  private static final Set<String> ENVELOPES =
      Set.of(
          "data",
          "item",
          "result",
          "value",
          "record",
          "element",
          "entry",
          "row",
          "list",
          "response",
          "content",
          "object",
          "resource",
          "collection",
          "page",
          "node");

  /** Where not every user may look, or where things are counted rather than kept. */
  private static final Set<String> ASIDE =
      Set.of(
          "admin",
          "administration",
          "internal",
          "system",
          "superuser",
          "metrics",
          "report",
          "reports",
          "analytics",
          "stats",
          "statistics",
          "dashboard",
          "audit");

  private static final Set<String> ASKING =
      Set.of(
          "list",
          "search",
          "query",
          "find",
          "get",
          "fetch",
          "retrieve",
          "describe",
          "filter",
          "lookup",
          "read",
          "browse",
          "select");

  private final List<Found> all = new ArrayList<>();
  private final Map<String, Found> byPath = new LinkedHashMap<>();
  private final Map<String, Found> byManner = new LinkedHashMap<>();
  private final Map<String, List<Found>> byName = new LinkedHashMap<>();

  /**
   * A list.
   *
   * @param needs what it cannot do without
   * @param names what its records are called
   */
  record Found(
      ApiOperation operation,
      Collection shape,
      PathTemplate path,
      List<Need> needs,
      Set<String> names) {

    /** Whether the path itself has the name, rather than the records. */
    private boolean isPathOf(String name) {
      return Words.key(path.lastNoun()).equals(name);
    }

    /** Whether it searches rather than lists. */
    boolean searches() {
      return List.of("search", "query", "filter", "find").contains(path.manner());
    }

    /** Whether it returns only what is asked for by key, and so leads to nothing. */
    private boolean needsItsOwnKeys() {
      return needs.stream()
          .filter(it -> it.in() != Need.In.PATH)
          .filter(it -> !it.manner().isEmpty())
          .anyMatch(it -> it.entity().isEmpty() || names.contains(Words.key(it.entity())));
    }

    /** An operation is one list, and comparing all that is known of it would be slow. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Found found && found.operation.equals(operation);
    }

    @Override
    public int hashCode() {
      return operation.hashCode();
    }
  }

  Lists(
      Map<ApiOperation, Collection> operations,
      Map<ApiOperation, PathTemplate> paths,
      Map<ApiOperation, List<Need>> needed) {
    needed.forEach(
        (operation, needs) ->
            add(operations.get(operation), operation, paths.get(operation), needs));
    byName.forEach(
        (name, found) ->
            found.sort(
                Comparator.comparing((Found it) -> !it.isPathOf(name)).thenComparing(PREFERRED)));
  }

  /** Those that need least come first, so that a list of all goes before one below something. */
  private static final Comparator<Found> PREFERRED =
      Comparator.comparing((Found it) -> it.path().nouns().stream().anyMatch(ASIDE::contains))
          .thenComparingInt(it -> it.needs().size())
          .thenComparing(Found::searches)
          .thenComparingInt(it -> it.path().segments().size())
          .thenComparingInt(it -> it.path().nouns().size())
          .thenComparing(it -> it.path().key());

  private void add(Collection shape, ApiOperation operation, PathTemplate path, List<Need> needs) {
    Found found = new Found(operation, shape, path, needs, names(shape, path));
    boolean get = operation.method().equals("GET");
    if (!get && !asks(operation, path)) {
      return;
    }
    all.add(found);
    if (!found.needsItsOwnKeys()) {
      byPath.merge(path.key(), found, (old, it) -> get && !isGet(old) ? it : old);
      if (path.endsInManner()) {
        byManner.putIfAbsent(path.withoutManner(), found);
      }
      found.names().forEach(it -> byName.computeIfAbsent(it, key -> new ArrayList<>()).add(found));
    }
  }

  /** Whether a POST asks for records, rather than making them and returning what it made. */
  private static boolean asks(ApiOperation operation, PathTemplate path) {
    return operation.method().equals("POST")
        && (path.endsInManner()
            || begins(Words.of(operation.words().id()))
            || begins(Words.of(operation.words().summary()))
            || path.nouns().stream().anyMatch(it -> begins(Words.of(it))));
  }

  private static boolean begins(List<String> words) {
    return words.stream().limit(2).map(Words::singular).anyMatch(ASKING::contains);
  }

  private static boolean isGet(Found found) {
    return found.operation().method().equals("GET");
  }

  /** All that ask for records and change nothing, in the order of the document. */
  List<Found> all() {
    return all;
  }

  /** The list at a path, or the one just below that says how it lists. */
  Optional<Found> at(PathTemplate path, int length) {
    return at(path.key(length));
  }

  /** The list that shares its last segment up to a dot: conversations.list beside .create. */
  Optional<Found> beside(PathTemplate path) {
    String key = path.key();
    int end = Math.max(key.lastIndexOf('.'), key.lastIndexOf(':'));
    return end > key.lastIndexOf('/') ? at(key.substring(0, end)) : Optional.empty();
  }

  Optional<Found> at(String key) {
    Found found = byPath.get(key);
    if (found != null) {
      return Optional.of(found);
    }
    for (String separator : List.of("/", ".", ":")) {
      for (String manner : List.of("list", "all", "search", "query")) {
        found = byPath.get(key + separator + manner);
        if (found != null) {
          return Optional.of(found);
        }
      }
    }
    return Optional.ofNullable(byManner.get(key));
  }

  /** The lists of what goes by a name, the likeliest first. */
  List<Found> named(String name) {
    return name.isEmpty() ? List.of() : byName.getOrDefault(name, List.of());
  }

  private static Set<String> names(Collection shape, PathTemplate path) {
    Set<String> names = new LinkedHashSet<>();
    List<String> nouns = path.nouns();
    if (!nouns.isEmpty() && !path.endsInVariable()) {
      String last = Words.key(nouns.get(nouns.size() - 1));
      names.add(last);
      if (nouns.size() > 1) {
        names.add(Words.key(nouns.get(nouns.size() - 2)) + last);
      }
    }
    shape
        .records()
        .value()
        .map(it -> it.at())
        .filter(it -> !it.matches())
        .map(JsonPointer::last)
        .map(it -> Words.key(it.getMatchingProperty()))
        .filter(it -> !ENVELOPES.contains(it))
        .ifPresent(names::add);
    shape.record().flatMap(ApiSchema::name).map(Words::key).ifPresent(names::add);
    names.remove("");
    return names;
  }
}
