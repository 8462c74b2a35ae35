package dev.connector.scaffold.infer.paging;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Source;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the other operations of a document say about the same parameter: APIs page in one way, and
 * documents tell it in some places only. Looked up when first needed.
 */
final class Siblings {

  private static final Collection UNKNOWN =
      new Collection(
          Fact.unsure(true),
          Fact.unsure(Optional.empty()),
          Optional.empty(),
          Fact.unsure(List.of()));

  private final List<ApiOperation> operations;
  private final Lexicon lexicon;
  private final Map<String, Map<Source, Integer>> handedOut = new LinkedHashMap<>();
  private final Map<Source, Map<Placement, Integer>> taken = new LinkedHashMap<>();
  private final Map<String, Map<Integer, Integer>> firsts = new LinkedHashMap<>();
  private final Map<String, Integer> pages = new LinkedHashMap<>();
  private boolean read;

  Siblings(List<ApiOperation> operations, Lexicon lexicon) {
    this.operations = operations;
    this.lexicon = lexicon;
  }

  /** Where others hand out what this parameter takes. */
  Optional<Source> next(Input input) {
    read();
    return usual(handedOut.get(input.name()));
  }

  /** Which parameter of others takes what is handed out there; a GET has no body for it. */
  Optional<Placement> parameter(Source next, String method) {
    read();
    Map<Placement, Integer> fitting = new LinkedHashMap<>(taken.getOrDefault(next, Map.of()));
    fitting.keySet().removeIf(it -> method.equals("GET") && it instanceof Placement.Body);
    return usual(fitting);
  }

  /** The number of the first page, where a good part of the others say so. */
  Optional<Integer> first(Input input) {
    read();
    int stated =
        firsts.getOrDefault(input.name(), Map.of()).values().stream().mapToInt(it -> it).sum();
    return stated * 4 < pages.getOrDefault(input.name(), 0)
        ? Optional.empty()
        : usual(firsts.get(input.name()));
  }

  /** The one of which there are many, if there are few others. */
  private static <T> Optional<T> usual(Map<T, Integer> counts) {
    if (counts == null) {
      return Optional.empty();
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .filter(it -> it.getValue() * 10 >= all * 8)
        .map(Map.Entry::getKey);
  }

  private void read() {
    if (read) {
      return;
    }
    read = true;
    NextTokens tokens = new NextTokens(lexicon);
    FirstNumbers numbers = new FirstNumbers(lexicon);
    for (ApiOperation operation : operations) {
      RequestRoles roles = RequestRoles.of(Input.of(operation), lexicon);
      for (Input page : roles.pages()) {
        pages.merge(page.name(), 1, Integer::sum);
        numbers.said(page).ifPresent(it -> count(firsts, page.name(), it.number()));
      }
      if (roles.tokens().isEmpty()) {
        continue;
      }
      tokens
          .find(roles.tokens(), Outputs.of(operation, UNKNOWN, lexicon))
          .filter(it -> it.weight() >= NextTokens.CERTAIN)
          .ifPresent(
              it -> {
                count(handedOut, it.input().name(), it.next());
                count(taken, it.next(), it.input().placement());
              });
    }
  }

  private static <K, T> void count(Map<K, Map<T, Integer>> counts, K key, T value) {
    counts.computeIfAbsent(key, it -> new LinkedHashMap<>()).merge(value, 1, Integer::sum);
  }
}
