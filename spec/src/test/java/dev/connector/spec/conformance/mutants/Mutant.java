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
 * @param beside further chapters, all of whose rules have to be kept in spite of it
 * @param process whether it takes a process of its own to see it
 */
record Mutant(
    String id,
    String fault,
    List<Edit> edits,
    Showcase showcase,
    String rule,
    Set<String> also,
    Set<String> beside,
    boolean process) {

  Mutant {
    edits = List.copyOf(edits);
    also = Set.copyOf(also);
    beside = Set.copyOf(beside);
  }

  /** A fault without any change yet; it is seeded into {@link Showcase#ACME}. */
  static Mutant of(String id, String fault, String rule) {
    return new Mutant(id, fault, List.of(), Showcase.ACME, rule, Set.of(), Set.of(), false);
  }

  /** Replaces a text, which has to be in the file exactly once. */
  Mutant edit(String file, String text, String replacement) {
    List<Edit> more = new ArrayList<>(edits);
    more.add(new Edit(file, text, replacement));
    return new Mutant(id, fault, more, showcase, rule, also, beside, process);
  }

  Mutant in(Showcase other) {
    return new Mutant(id, fault, edits, other, rule, also, beside, process);
  }

  Mutant also(String... rules) {
    return new Mutant(id, fault, edits, showcase, rule, Set.of(rules), beside, process);
  }

  Mutant beside(String... chapters) {
    return new Mutant(id, fault, edits, showcase, rule, also, Set.of(chapters), process);
  }

  Mutant asProcess() {
    return new Mutant(id, fault, edits, showcase, rule, also, beside, true);
  }

  /** The rules that may fail, the one meant among them. */
  Set<String> declared() {
    return Stream.concat(Stream.of(rule), also.stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The chapters by whose rules it is judged. */
  Set<String> chapters() {
    Stream<String> declared = declared().stream().map(it -> it.substring(0, it.indexOf('-')));
    return Stream.concat(declared, beside.stream()).collect(Collectors.toCollection(TreeSet::new));
  }
}
