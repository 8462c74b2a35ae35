package dev.connector.spec.conformance.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A seeded fault.
 *
 * @param fault what is wrong, in words
 * @param edits what is changed in the sources, most often one text in one file
 * @param showcase the connector it is seeded into
 * @param rule the rule that has to fail
 * @param also further rules that may fail
 */
record Mutant(
    String id, String fault, List<Edit> edits, Showcase showcase, String rule, Set<String> also) {

  Mutant {
    edits = List.copyOf(edits);
    also = Set.copyOf(also);
  }

  /** A fault without any change yet; it is seeded into {@link Showcase#ACME}. */
  static Mutant of(String id, String fault, String rule) {
    return new Mutant(id, fault, List.of(), Showcase.ACME, rule, Set.of());
  }

  /** Replaces a text, which has to be in the file exactly once. */
  Mutant edit(String file, String text, String replacement) {
    List<Edit> more = new ArrayList<>(edits);
    more.add(new Edit(file, text, replacement));
    return new Mutant(id, fault, more, showcase, rule, also);
  }

  Mutant in(Showcase other) {
    return new Mutant(id, fault, edits, other, rule, also);
  }

  Mutant also(String... rules) {
    return new Mutant(id, fault, edits, showcase, rule, Set.of(rules));
  }

  /** The rules that may fail, the one meant among them. */
  Set<String> declared() {
    return Stream.concat(Stream.of(rule), also.stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The chapters of the rules that may fail. */
  Set<String> chapters() {
    return declared().stream()
        .map(it -> it.substring(0, it.indexOf('-')))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
