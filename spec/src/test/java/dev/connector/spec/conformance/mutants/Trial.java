package dev.connector.spec.conformance.mutants;

import dev.connector.spec.rules.Finding;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was found of a seeded fault.
 *
 * @param findings all, for the rules it was judged by
 * @param stray those that fail outside the declared set
 * @param took compiling included
 */
record Trial(Mutant mutant, List<Finding> findings, List<Finding> stray, Duration took) {

  /** Whether the rule meant is broken. */
  boolean found() {
    return meant().broken();
  }

  /** What speaks against the kit; empty where the fault was found by its rule and by no other. */
  String complaint() {
    String missed =
        found() ? "" : mutant.id() + " (" + mutant.fault() + ") is not found: " + word(meant());
    return stray.stream()
        .map(it -> mutant.id() + " (" + mutant.fault() + ") also fails " + word(it))
        .collect(Collectors.joining("\n", missed.isEmpty() ? "" : missed + "\n", ""))
        .strip();
  }

  /** One line of the table. */
  String line() {
    List<String> others =
        findings.stream()
            .filter(it -> Laboratory.fails(it) && !it.rule().id().equals(mutant.rule()))
            .map(it -> it.rule().id())
            .filter(it -> mutant.declared().contains(it) || strays(it))
            .toList();
    return String.join(
        " | ",
        mutant.id(),
        mutant.fault(),
        mutant.rule(),
        String.valueOf(took.toSeconds()),
        (found() ? "" : "NOT FOUND: ") + meant().outcome().explanation().replaceAll("\\s+", " "),
        others.isEmpty() ? "-" : String.join(" ", others));
  }

  private boolean strays(String rule) {
    return stray.stream().anyMatch(it -> it.rule().id().equals(rule));
  }

  private Finding meant() {
    return Laboratory.about(mutant.rule(), findings)
        .orElseThrow(() -> new IllegalStateException("no check for " + mutant.rule()));
  }

  private static String word(Finding finding) {
    return finding.rule().id()
        + ", "
        + finding.outcome().word()
        + ": "
        + finding.outcome().explanation();
  }
}
