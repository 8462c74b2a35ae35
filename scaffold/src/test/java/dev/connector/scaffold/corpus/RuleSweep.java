package dev.connector.scaffold.corpus;

import dev.connector.spec.conformance.Conformance;
import dev.connector.spec.conformance.Subject;
import dev.connector.spec.conformance.check.Checks;
import dev.connector.spec.definition.reader.ConnectorFolder;
import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Level;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Holds connectors to every rule of behaviour that is a must. */
final class RuleSweep {

  private static final int SIDE_BY_SIDE = 8;

  /** Of checks that start processes, as many as {@code connector test} makes. */
  private static final int PROCESSES = 4;

  private final Path work;
  private final String who;
  private final int sideBySide;
  private final Way way;

  /** How a connector is run. */
  interface Way {
    /**
     * Judges a connector that runs as long as it is judged.
     *
     * @throws IOException where it does not run at all
     */
    Report judge(Made made, ConnectorFolder folder, Function<Subject, Report> judge)
        throws IOException;
  }

  private RuleSweep(Path work, String who, int sideBySide, Way way) {
    this.work = work;
    this.who = who;
    this.sideBySide = sideBySide;
    this.way = way;
  }

  /** The engine, in this process, runs each definition. */
  static RuleSweep ofEngine(Path work) {
    return new RuleSweep(
        work, "engine", SIDE_BY_SIDE, (made, folder, judge) -> judge.apply(Subject.engine(folder)));
  }

  /** The code of each connector runs as a process. */
  static RuleSweep ofProcesses(Path work) {
    return new RuleSweep(work, "code as a process", PROCESSES, CompiledConnector::judge);
  }

  void run(List<Made> made) {
    int all = 0;
    int kept = 0;
    Map<String, List<String>> broken = new TreeMap<>();
    Map<String, Integer> unchecked = new TreeMap<>();
    for (Made each : made) {
      if (each.draft().isEmpty()) {
        continue;
      }
      all++;
      long begin = System.nanoTime();
      List<String> flaws = flaws(each, unchecked);
      kept += flaws.isEmpty() ? 1 : 0;
      System.out.printf(
          "  %3d %s %s %d ms%n",
          all,
          flaws.isEmpty() ? "kept" : "BROKEN",
          each.document(),
          (System.nanoTime() - begin) / 1_000_000);
      for (String flaw : flaws) {
        System.out.println("        " + flaw);
        broken
            .computeIfAbsent(flaw.substring(0, flaw.indexOf(' ')), key -> new ArrayList<>())
            .add(each.document());
      }
    }
    System.out.printf(
        "%s keeps every applicable must-rule: %d / %d, %.1f %%%n",
        who, kept, all, all == 0 ? 0.0 : 100.0 * kept / all);
    broken.forEach((rule, documents) -> System.out.println("  " + rule + ": " + documents.size()));
    System.out.println("not checked, by rule: " + unchecked);
  }

  private List<String> flaws(Made made, Map<String, Integer> unchecked) {
    List<String> flaws = new ArrayList<>();
    try {
      ConnectorFolder folder = ConnectorFolder.read(Corpus.folder(work, made.document()));
      Report report = way.judge(made, folder, subject -> judged(folder, subject));
      for (Finding finding : report.findings()) {
        if (finding.outcome() instanceof Outcome.Broken lost) {
          flaws.add(finding.rule().id() + " expected " + lost.expected() + ", got " + lost.got());
        } else if (finding.outcome() instanceof Outcome.NotChecked lost) {
          unchecked.merge(finding.rule().id(), 1, Integer::sum);
          flaws.add(finding.rule().id() + " not checked: " + lost.why());
        }
      }
    } catch (IOException | RuntimeException e) {
      flaws.add("folder " + Corpus.first(e));
    }
    return flaws;
  }

  private Report judged(ConnectorFolder folder, Subject subject) {
    return new Conformance(Checks.all(), sideBySide, Duration.ofMinutes(3))
        .run(
            folder,
            subject,
            Rules.load()
                .where(it -> it.check() == CheckKind.BEHAVIOUR && it.level() == Level.MUST));
  }
}
