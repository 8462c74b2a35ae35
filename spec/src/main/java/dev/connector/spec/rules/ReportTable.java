package dev.connector.spec.rules;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Reports as text for a terminal: what is in order in a line, what is not with its evidence. */
public final class ReportTable {

  private static final int ID = 9;
  private static final int WORD = 16;
  private static final String INDENT = " ".repeat(2 + ID);

  private ReportTable() {}

  /** The text of these reports, ending with a line break. */
  public static String of(List<Report> reports) {
    return reports.stream().map(ReportTable::of).collect(joining("\n"));
  }

  private static String of(Report report) {
    StringBuilder out = new StringBuilder(report.subject() + "\n\n");
    for (Agreement agreement : Agreement.values()) {
      for (Finding finding : report.findings(agreement)) {
        row(out, finding);
      }
    }
    out.append('\n');
    String definition = report.figures(Agreement.DEFINITION).toString();
    String evidence = report.figures(Agreement.EVIDENCE).toString();
    int width = Math.max(definition.indexOf(','), evidence.indexOf(','));
    out.append("agrees with its definition  ").append(aligned(definition, width));
    out.append("agrees with the evidence    ").append(aligned(evidence, width));
    return out.append(verdict(report)).append('\n').toString();
  }

  private static void row(StringBuilder out, Finding finding) {
    Rule rule = finding.rule();
    Outcome outcome = finding.outcome();
    out.append("  ").append(padded(rule.id(), ID)).append(padded(outcome.word(), WORD));
    out.append(rule.title()).append(rule.level() == Level.SHOULD ? " (should)" : "");
    if (outcome instanceof Outcome.NotApplicable || outcome instanceof Outcome.NotChecked) {
      out.append(": ").append(Printable.line(outcome.explanation()));
    }
    out.append('\n');
    if (outcome instanceof Outcome.Broken broken) {
      detail(out, "expected", broken.expected());
      detail(out, "got", broken.got());
      broken.evidence().forEach(line -> detail(out, "seen", line));
    }
  }

  private static void detail(StringBuilder out, String label, String text) {
    out.append(INDENT).append(padded(label, WORD));
    out.append(Printable.text(text).strip().replace("\n", "\n" + INDENT + " ".repeat(WORD)));
    out.append('\n');
  }

  private static String verdict(Report report) {
    if (report.verdict() == Verdict.NOTHING_CHECKED) {
      return "failed: nothing was checked";
    }
    String broken = ids(report, Level.MUST);
    String advised = ids(report, Level.SHOULD);
    return (broken.isEmpty() ? "passed" : "failed: breaks " + broken)
        + (advised.isEmpty() ? "" : "; should keep " + advised);
  }

  private static String ids(Report report, Level level) {
    return report.broken().stream()
        .map(Finding::rule)
        .filter(rule -> rule.level() == level)
        .map(Rule::id)
        .collect(joining(", "));
  }

  private static String aligned(String figures, int width) {
    return " ".repeat(width - figures.indexOf(',')) + figures + "\n";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
