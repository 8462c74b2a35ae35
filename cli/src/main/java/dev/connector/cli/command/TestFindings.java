package dev.connector.cli.command;

import static java.util.stream.Collectors.joining;

import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Level;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The findings of {@code test} by outcome; what all variants have in common is said once. */
final class TestFindings {

  private static final int SHOWN = 4;
  private static final int LABEL = 10;

  private final Terminal terminal;
  private final List<Report> variants;
  private final boolean verbose;

  TestFindings(Terminal terminal, List<Report> variants, boolean verbose) {
    this.terminal = terminal;
    this.variants = variants;
    this.verbose = verbose;
  }

  /** What is broken: the rule, what was expected, what came, and what the mock API saw. */
  void broken() {
    Map<Told, List<String>> broken = told(Outcome.Broken.class);
    heading("Broken", broken.isEmpty());
    broken.forEach(
        (told, by) -> {
          Rule rule = told.rule();
          String should = rule.level() == Level.SHOULD ? " (should)" : "";
          line(rule.id() + "  " + rule.title() + should + marked(by), Style.BAD);
          Outcome.Broken outcome = (Outcome.Broken) told.outcome();
          detail("rule", rule.statement());
          detail("expected", outcome.expected());
          detail("got", outcome.got());
          seen(outcome.evidence());
        });
  }

  private void seen(List<String> evidence) {
    int shown = verbose ? evidence.size() : Math.min(SHOWN, evidence.size());
    for (int i = 0; i < shown; i++) {
      detail(i == 0 ? "seen" : "", evidence.get(i));
    }
    if (shown < evidence.size()) {
      detail("", "and " + (evidence.size() - shown) + " more with --verbose");
    }
  }

  /** What is kept, and what shows it; only where that is asked for. */
  void kept() {
    Map<Told, List<String>> kept = told(Outcome.Kept.class);
    heading("Kept", kept.isEmpty() || !verbose);
    if (verbose) {
      kept.forEach(
          (told, by) -> {
            line(told.rule().id() + "  " + told.rule().title() + marked(by), Style.PLAIN);
            detail("seen", told.outcome().explanation());
          });
    }
  }

  /** What was not decided, by the reason for it. */
  void others(String heading, Class<? extends Outcome> kind) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    told(kind)
        .forEach(
            (told, by) ->
                byReason
                    .computeIfAbsent(
                        told.outcome().explanation() + marked(by), reason -> new ArrayList<>())
                    .add(told.rule().id()));
    List<String> lines = new ArrayList<>();
    byReason.forEach((reason, rules) -> lines.add(String.join(", ", rules) + ": " + reason));
    terminal.section(heading, lines);
  }

  /** Where the variants did not come to the same. */
  Optional<String> differences() {
    List<String> differing = new ArrayList<>();
    for (Finding finding : variants.get(0).findings()) {
      List<Outcome> outcomes = variants.stream().map(it -> outcome(it, finding.rule())).toList();
      boolean decided = outcomes.stream().allMatch(Outcome::checked);
      if (decided && outcomes.stream().map(Outcome::word).distinct().count() > 1) {
        differing.add(finding.rule().id());
      }
    }
    return Optional.of(String.join(", ", differing))
        .filter(ids -> !ids.isEmpty())
        .map(
            ids ->
                variants.stream().map(it -> it.subject().variant()).collect(joining(" and "))
                    + " differ on "
                    + ids);
  }

  /** A rule and what was found, of which the variants that agree on it are listed. */
  private record Told(Rule rule, Outcome outcome) {}

  private Map<Told, List<String>> told(Class<? extends Outcome> kind) {
    Map<Told, List<String>> told = new LinkedHashMap<>();
    for (Finding finding : variants.get(0).findings()) {
      for (Report report : variants) {
        Outcome outcome = outcome(report, finding.rule());
        if (kind.isInstance(outcome)) {
          told.computeIfAbsent(new Told(finding.rule(), outcome), it -> new ArrayList<>())
              .add(report.subject().variant());
        }
      }
    }
    return told;
  }

  private static Outcome outcome(Report report, Rule rule) {
    return report.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .findAny()
        .orElseThrow()
        .outcome();
  }

  private String marked(List<String> by) {
    return by.size() == variants.size() ? "" : " (" + String.join(", ", by) + ")";
  }

  private void heading(String heading, boolean empty) {
    if (!empty) {
      terminal.print("");
      terminal.print(terminal.styled(Style.STRONG, heading));
    }
  }

  private void line(String text, Style style) {
    terminal.print(Terminal.INDENT + terminal.styled(style, Text.visible(text)));
  }

  private void detail(String label, String text) {
    String start = Terminal.INDENT.repeat(2) + label + " ".repeat(LABEL - label.length());
    for (String line : Text.wrap(Text.visible(text), terminal.textWidth() - start.length())) {
      terminal.print(start + line);
      start = " ".repeat(start.length());
    }
  }
}
