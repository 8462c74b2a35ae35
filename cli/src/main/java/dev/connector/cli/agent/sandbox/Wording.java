package dev.connector.cli.agent.sandbox;

import dev.connector.spec.rules.CheckKind;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Level;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Reports as lines that say what to mend. */
final class Wording {

  /** Steps of evidence that are shown; what went wrong is seen early on. */
  private static final int EVIDENCE = 8;

  private Wording() {}

  /** Whether all that must be kept was looked at and is kept. */
  static boolean passes(Report report) {
    return report.verdict() == Verdict.PASSED
        && report.findings().stream().noneMatch(Wording::leftOpen);
  }

  /** What is broken: first what must be kept, then what nobody could tell, then the rest. */
  static List<String> of(Report report) {
    List<String> lines = new ArrayList<>();
    add(lines, report, Finding::fails);
    add(lines, report, Wording::leftOpen);
    add(lines, report, it -> it.broken() && !it.fails());
    if (report.verdict() == Verdict.NOTHING_CHECKED) {
      lines.add("nothing was checked, which is not enough");
    }
    return lines;
  }

  /** A check that found out nothing, though it is one that can. */
  private static boolean leftOpen(Finding finding) {
    return finding.outcome() instanceof Outcome.NotChecked
        && finding.rule().level() == Level.MUST
        && finding.rule().check() != CheckKind.INTERNAL;
  }

  private static void add(List<String> lines, Report report, Predicate<Finding> which) {
    report.findings().stream().filter(which).map(Wording::line).forEach(lines::add);
  }

  private static String line(Finding finding) {
    StringBuilder line = new StringBuilder(finding.rule().id());
    line.append(" (").append(finding.rule().level().name().toLowerCase(Locale.ROOT)).append(") ");
    line.append(finding.rule().title()).append(": ").append(finding.outcome().explanation());
    if (finding.outcome() instanceof Outcome.Broken broken) {
      broken.evidence().stream().limit(EVIDENCE).forEach(it -> line.append("\n  ").append(it));
      if (broken.evidence().size() > EVIDENCE) {
        line.append("\n  and ").append(broken.evidence().size() - EVIDENCE).append(" more");
      }
    }
    return line.toString();
  }
}
