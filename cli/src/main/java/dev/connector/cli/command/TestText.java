package dev.connector.cli.command;

import static java.util.stream.Collectors.joining;

import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.spec.rules.Agreement;
import dev.connector.spec.rules.Chapter;
import dev.connector.spec.rules.Figures;
import dev.connector.spec.rules.Level;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import dev.connector.spec.rules.Rules;
import dev.connector.spec.rules.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells people how one connector did: a table by chapter with a column for each variant, below it
 * what is not kept and why, and what it comes to.
 */
final class TestText {

  private static final int TITLE = "Observability and extension".length();

  private final Terminal terminal;
  private final boolean verbose;

  TestText(Terminal terminal, boolean verbose) {
    this.terminal = terminal;
    this.verbose = verbose;
  }

  /**
   * Prints what was found out about the variants of one connector, by the same rules.
   *
   * @param name what the user calls it
   */
  void print(List<Report> variants, String name) {
    Report first = variants.get(0);
    terminal.print(
        terminal.styled(
            Style.STRONG,
            Text.visible(first.subject().connector() + " " + first.subject().version())));
    terminal.print("");
    chapters(variants);
    TestFindings findings = new TestFindings(terminal, variants, verbose);
    findings.broken();
    findings.kept();
    findings.others("Not checked", Outcome.NotChecked.class);
    findings.others("Does not apply", Outcome.NotApplicable.class);
    terminal.print("");
    agreement(variants);
    terminal.print("");
    variants.forEach(this::verdict);
    findings.differences().ifPresent(terminal::print);
    terminal.section("Next", next(variants, name));
  }

  private void chapters(List<Report> variants) {
    Table table = new Table(header(variants)).whole();
    for (Chapter chapter : Rules.load().chapters()) {
      if (!variants.get(0).findings(chapter).isEmpty()) {
        List<String> row = new ArrayList<>(List.of(aligned(chapter.title())));
        variants.forEach(report -> row.add(kept(report.figures(chapter))));
        table.row(row.toArray(new String[0]));
      }
    }
    table.print(terminal, Terminal.INDENT);
  }

  /** Both tables have the same columns. */
  private static String aligned(String title) {
    return title + " ".repeat(Math.max(0, TITLE - title.length()));
  }

  private static String kept(Figures figures) {
    if (figures.applicable() == 0) {
      return "does not apply";
    }
    return figures.kept() == figures.applicable()
        ? figures.kept() + " kept"
        : figures.kept() + " of " + figures.applicable() + " kept";
  }

  private void agreement(List<Report> variants) {
    Table table = new Table(header(variants)).whole();
    for (Agreement agreement : Agreement.values()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  aligned(
                      agreement == Agreement.DEFINITION
                          ? "agrees with its definition"
                          : "agrees with the evidence")));
      variants.forEach(report -> row.add(report.figures(agreement).toString()));
      table.row(row.toArray(new String[0]));
    }
    table.print(terminal, Terminal.INDENT);
  }

  private static String[] header(List<Report> variants) {
    List<String> header = new ArrayList<>(List.of(""));
    variants.forEach(report -> header.add(report.subject().variant()));
    return header.toArray(new String[0]);
  }

  private void verdict(Report report) {
    String variant = report.subject().variant() + " ";
    if (report.verdict() == Verdict.NOTHING_CHECKED) {
      terminal.print(terminal.styled(Style.BAD, variant + "failed: nothing was checked"));
      return;
    }
    String broken = ids(report, Level.MUST);
    String advised = ids(report, Level.SHOULD);
    String word =
        broken.isEmpty()
            ? terminal.styled(Style.GOOD, variant + "passed")
            : terminal.styled(Style.BAD, variant + "failed: breaks " + broken);
    terminal.print(word + (advised.isEmpty() ? "" : "; should keep " + advised));
  }

  private static String ids(Report report, Level level) {
    return report.broken().stream()
        .map(finding -> finding.rule())
        .filter(rule -> rule.level() == level)
        .map(Rule::id)
        .distinct()
        .collect(joining(", "));
  }

  private List<String> next(List<Report> variants, String name) {
    List<String> broken =
        variants.stream().flatMap(it -> it.broken().stream()).map(it -> it.rule().id()).toList();
    if (!broken.isEmpty() && !verbose) {
      return List.of(
          "see all of one: connector test " + name + " --rule " + broken.get(0) + " --verbose");
    }
    boolean passed = variants.stream().allMatch(it -> it.verdict() == Verdict.PASSED);
    return passed ? List.of("hold it against the real API: connector verify " + name) : List.of();
  }
}
