package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.terminal.Environment;
import dev.connector.spec.conformance.Conformance;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.conformance.statics.StaticChecks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds a connector's definition, and code where it has some, to rules, and puts all together. */
final class TestRun {

  /** Most of a check is waiting, so that more of them run than there are processors. */
  private static final int PARALLEL = 8;

  /** A process has a start to pay for as well. */
  private static final int PARALLEL_PROCESSES = 4;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Outcome NO_CODE =
      new Outcome.NotApplicable("it is about code, and the engine ran the definition alone");
  private static final Outcome INSIDE =
      new Outcome.NotChecked(
          "it cannot be seen from outside; the tests of the language's runtime are to show it");

  private final Environment environment;
  private final ConnectorFolder folder;
  private final List<Rule> rules;
  private final List<Finding> files;

  TestRun(Environment environment, ConnectorPlace place, ConnectorFolder folder, List<Rule> rules) {
    this.environment = environment;
    this.folder = folder;
    this.rules = rules;
    this.files = files(place);
  }

  private List<Finding> files(ConnectorPlace place) {
    if (of(CheckKind.STATIC).isEmpty()) {
      return List.of();
    }
    return new StaticChecks(Rules.load(), environment.clock())
        .report(place.title(), place.files()).findings().stream()
            .filter(finding -> rules.contains(finding.rule()))
            .toList();
  }

  /** How the definition does, run by the engine in this process. */
  Report engine() {
    List<Finding> aboutCode =
        rules.stream().filter(TestRun::aboutCode).map(rule -> finding(rule, NO_CODE)).toList();
    return report(Subject.engine(folder), aboutCode, PARALLEL);
  }

  /** How the code does, in a process of its own. */
  Report code(TestedCode code) {
    List<Finding> built = new ArrayList<>();
    for (Rule rule : of(CheckKind.PACKAGE)) {
      environment.terminal().progress(rule.id() + " " + rule.title());
      Instant begun = environment.clock().instant();
      Outcome outcome = code.outcome(rule.id(), folder.definition());
      Duration took = Duration.between(begun, environment.clock().instant());
      built.add(new Finding(rule, outcome, took));
    }
    return report(code.subject(), built, PARALLEL_PROCESSES);
  }

  private static boolean aboutCode(Rule rule) {
    // An engine that is compared with itself would agree.
    return rule.check() == CheckKind.PACKAGE || rule.id().equals("PKG-4");
  }

  private Report report(Subject subject, List<Finding> known, int parallel) {
    List<Finding> found = new ArrayList<>(files);
    found.addAll(known);
    of(CheckKind.INTERNAL).forEach(rule -> found.add(finding(rule, INSIDE)));
    List<Rule> behaviour =
        of(CheckKind.BEHAVIOUR).stream()
            .filter(rule -> known.stream().noneMatch(it -> it.rule().equals(rule)))
            .toList();
    if (!behaviour.isEmpty()) {
      found.addAll(behaviour(subject, behaviour, parallel));
    }
    return Report.on(rules, subject.identity(), environment.clock().instant(), found);
  }

  private List<Finding> behaviour(Subject subject, List<Rule> behaviour, int parallel) {
    AtomicInteger begun = new AtomicInteger();
    try {
      return new Conformance(Checks.all(), parallel, PATIENCE)
          .run(
              folder,
              subject,
              behaviour,
              rule ->
                  progress(
                      subject.identity()
                          + "  "
                          + begun.incrementAndGet()
                          + "/"
                          + behaviour.size()
                          + "  "
                          + rule.id()
                          + " "
                          + rule.title()))
          .findings();
    } finally {
      environment.terminal().clearProgress();
    }
  }

  /** Several checks begin at the same time, and the line is one. */
  private synchronized void progress(String line) {
    environment.terminal().progress(line);
  }

  private static Finding finding(Rule rule, Outcome outcome) {
    return new Finding(rule, outcome, Duration.ZERO);
  }

  private List<Rule> of(CheckKind kind) {
    return rules.stream().filter(rule -> rule.check() == kind).toList();
  }
}
