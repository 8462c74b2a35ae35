package dev.connector.scaffold.infer.assembly;

import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Gap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is left open, and asks the same question about several operations once. */
final class Gaps {

  private final Map<List<Object>, List<Gap>> gaps = new LinkedHashMap<>();

  void add(Gap gap) {
    List<Object> same = List.of(gap.question(), gap.alternatives(), gap.edit().value());
    gaps.computeIfAbsent(same, key -> new ArrayList<>()).add(gap);
  }

  List<Gap> list() {
    return gaps.values().stream().map(Gaps::one).toList();
  }

  private static Gap one(List<Gap> same) {
    Gap first = same.get(0);
    if (same.size() == 1) {
      return first;
    }
    List<Evidence> evidence = new ArrayList<>(first.evidence());
    return new Gap(
        first.subject() + " and " + (same.size() - 1) + " more",
        first.question(),
        first.alternatives(),
        first.edit(),
        evidence);
  }
}
