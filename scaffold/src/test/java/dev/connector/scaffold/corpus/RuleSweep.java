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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the engine, running each definition, to every rule of behaviour that is a must. */
final class RuleSweep {

  private static final int SIDE_BY_SIDE = 8;

  private final Path work;

  RuleSweep(Path work) {
    this.work = work;
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
        "engine keeps every applicable must-rule: %d / %d, %.1f %%%n",
        kept, all, all == 0 ? 0.0 : 100.0 * kept / all);
    broken.forEach((rule, documents) -> System.out.println("  " + rule + ": " + documents.size()));
    System.out.println("not checked, by rule: " + unchecked);
  }

  private List<String> flaws(Made made, Map<String, Integer> unchecked) {
    List<String> flaws = new ArrayList<>();
    try {
      ConnectorFolder folder = ConnectorFolder.read(Corpus.folder(work, made.document()));
      Report report =
          new Conformance(Checks.all(), SIDE_BY_SIDE, Duration.ofMinutes(3))
              .run(
                  folder,
                  Subject.engine(folder),
                  Rules.load()
                      .where(it -> it.check() == CheckKind.BEHAVIOUR && it.level() == Level.MUST));
      for (Finding finding : report.findings()) {
        if (finding.outcome() instanceof Outcome.Broken lost) {
          flaws.add(finding.rule().id() + " expected " + lost.expected() + ", got " + lost.got());
        } else if (finding.outcome() instanceof Outcome.NotChecked lost) {
          unchecked.merge(finding.rule().id(), 1, Integer::sum);
          flaws.add(finding.rule().id() + " not checked: " + lost.why());
        }
      }
    } catch (RuntimeException e) {
      flaws.add("folder " + Corpus.first(e));
    }
    return flaws;
  }
}
