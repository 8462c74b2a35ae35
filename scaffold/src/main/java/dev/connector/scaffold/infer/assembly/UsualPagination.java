package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.judgement.Judgement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to try where a document says nothing of a list's further pages: as most of its other lists
 * are asked for them, or else as most APIs are.
 */
final class UsualPagination {

  /** What needs no parameter last: it is the rarest. */
  private static final List<String> COMMON =
      List.of(
          "{\"type\":\"page\",\"parameter\":\"page\"}",
          "{\"type\":\"offset\",\"parameter\":\"offset\"}",
          "{\"type\":\"linkHeader\"}");

  private final Optional<String> usual;

  UsualPagination(Collection<Judgement> judgements) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      if (judgement.shape().collection().value() && !judgement.pagination().isUnsure()) {
        Optional.of(judgement.pagination())
            .flatMap(Fact::value)
            .map(DefinitionJson::pagination)
            .map(it -> it.<ObjectNode>without(List.of("size", "window")).toString())
            .ifPresent(it -> counts.merge(it, 1, Integer::sum));
      }
    }
    int all = counts.values().stream().mapToInt(it -> it).sum();
    usual =
        counts.entrySet().stream()
            .filter(it -> it.getValue() > 1 && it.getValue() * 2 > all)
            .map(Map.Entry::getKey)
            .findFirst();
  }

  /** The likeliest first, each the JSON to write; never empty. */
  List<String> suggestions() {
    return usual.map(List::of).orElse(COMMON);
  }

  /** The question that goes with them. */
  String question() {
    return "The document says nothing of further pages: the first page only, not verified."
        + (usual.isPresent() ? " Most of its other lists have pages." : "");
  }
}
