package dev.connector.spec.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How one connector did by the rules.
 *
 * @param at when it was measured
 * @param findings one for each rule in question, in the order of the specification
 */
public record Report(Identity subject, Instant at, List<Finding> findings) {

  public Report {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(at);
    findings = List.copyOf(findings);
    Set<String> seen = new HashSet<>();
    for (Finding finding : findings) {
      if (!seen.add(finding.rule().id())) {
        throw new IllegalArgumentException("two findings about " + finding.rule().id());
      }
    }
  }

  /**
   * A report on these rules, whatever was found: a rule without a finding is reported as not
   * checked, so that none can be forgotten.
   *
   * @throws IllegalArgumentException where a finding is about none of the rules
   */
  public static Report on(
      Collection<Rule> rules, Identity subject, Instant at, Collection<Finding> found) {
    Map<Rule, Finding> byRule =
        found.stream().collect(Collectors.toMap(Finding::rule, Function.identity()));
    Outcome forgotten = new Outcome.NotChecked("no check ran");
    List<Finding> all =
        rules.stream()
            .map(rule -> byRule.getOrDefault(rule, new Finding(rule, forgotten, Duration.ZERO)))
            .toList();
    if (!all.containsAll(found)) {
      throw new IllegalArgumentException("a finding about a rule that is not in question");
    }
    return new Report(subject, at, all);
  }

  /** The findings that show one kind of agreement. */
  public List<Finding> findings(Agreement agreement) {
    return where(finding -> finding.rule().agreement() == agreement);
  }

  /** How much is kept of the rules that show one kind of agreement. */
  public Figures figures(Agreement agreement) {
    return Figures.of(findings(agreement));
  }

  /** The findings about one subject. */
  public List<Finding> findings(Chapter chapter) {
    return where(finding -> finding.rule().chapter().equals(chapter.id()));
  }

  /** How much is kept of the rules about one subject. */
  public Figures figures(Chapter chapter) {
    return Figures.of(findings(chapter));
  }

  /** The rules that are broken, should-rules among them. */
  public List<Finding> broken() {
    return where(Finding::broken);
  }

  /** What it comes to. */
  public Verdict verdict() {
    if (where(finding -> finding.outcome().checked()).isEmpty()) {
      return Verdict.NOTHING_CHECKED;
    }
    return where(Finding::fails).isEmpty() ? Verdict.PASSED : Verdict.BROKEN;
  }

  private List<Finding> where(Predicate<Finding> condition) {
    return findings.stream().filter(condition).toList();
  }
}
