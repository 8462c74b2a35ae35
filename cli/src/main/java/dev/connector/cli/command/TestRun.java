package dev.connector.cli.command;

import dev.connector.cli.project.ConnectorPlace;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.trial.ConformanceRun;
import dev.connector.spec.conformance.Subject;
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
import java.util.function.Supplier;

/**
 * Holds a connector's definition, and code where it has some, to rules, and shows how far it is.
 */
final class TestRun {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Environment environment;
  private final ConformanceRun run;
  private final List<Finding> files;
  private int begun;

  TestRun(Environment environment, ConnectorPlace place, ConnectorFolder folder, List<Rule> rules) {
    this.environment = environment;
    this.run = new ConformanceRun(folder, rules, environment.clock(), PATIENCE, this::progress);
    this.files = files(place);
  }

  private List<Finding> files(ConnectorPlace place) {
    if (run.of(CheckKind.STATIC).isEmpty()) {
      return List.of();
    }
    return new StaticChecks(Rules.load(), environment.clock())
        .report(place.title(), place.files()).findings().stream()
            .filter(finding -> run.rules().contains(finding.rule()))
            .toList();
  }

  /** How the definition does, run by the engine in this process. */
  Report engine() {
    return shown(() -> run.engine(files));
  }

  /** How the code does, in a process of its own. */
  Report code(TestedCode code) {
    List<Finding> known = new ArrayList<>(files);
    for (Rule rule : run.of(CheckKind.PACKAGE)) {
      environment.terminal().progress(rule.id() + " " + rule.title());
      Instant start = environment.clock().instant();
      Outcome outcome = code.outcome(rule.id(), run.folder().definition());
      Duration took = Duration.between(start, environment.clock().instant());
      known.add(new Finding(rule, outcome, took));
    }
    return shown(() -> run.code(code.subject(), known));
  }

  private Report shown(Supplier<Report> report) {
    begun = 0;
    try {
      return report.get();
    } finally {
      environment.terminal().clearProgress();
    }
  }

  /** Several checks begin at the same time, and the line is one. */
  private synchronized void progress(Subject subject, Rule rule) {
    begun++;
    environment
        .terminal()
        .progress(
            subject.identity()
                + "  "
                + begun
                + "/"
                + run.of(CheckKind.BEHAVIOUR).size()
                + "  "
                + rule.id()
                + " "
                + rule.title());
  }
}
