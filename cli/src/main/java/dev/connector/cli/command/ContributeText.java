package dev.connector.cli.command;

import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.contribute.Contribution;
import dev.connector.registry.contribute.Gate;
import dev.connector.registry.contribute.Proposal;
import dev.connector.registry.contribute.Submission;
import dev.connector.registry.source.RegistryClone;
import java.util.List;

/** Tells what is contributed: checks and diff before anything is sent, then what was sent. */
final class ContributeText {

  private final Terminal terminal;
  private final RegistryClone clone;
  private final boolean json;

  ContributeText(Terminal terminal, RegistryClone clone, boolean json) {
    this.terminal = terminal;
    this.clone = clone;
    this.json = json;
  }

  /** There is no difference. */
  void nothing(Contribution contribution) {
    if (json) {
      ContributionChecks none = new ContributionChecks("", List.of(), List.of());
      terminal.printDocument(
          Json.print(
              ContributeDocument.of(clone, contribution, none, new Sending.Result.Nothing())));
      return;
    }
    terminal.print(
        contribution.name() + " is what " + clone.url() + " has; there is nothing to contribute");
  }

  /** What would be sent, and whether it may be. */
  void found(Proposal proposal, ContributionChecks checks) {
    if (json) {
      return;
    }
    for (String line : proposal.diff().split("\n")) {
      terminal.print(terminal.styled(style(line), Text.visible(line)));
    }
    terminal.print("");
    for (Gate gate : checks.gates()) {
      String word = gate.passed() ? "ok" : "failed";
      Style style = gate.passed() ? Style.GOOD : Style.BAD;
      terminal.print(terminal.styled(style, word + " ".repeat(8 - word.length())) + gate.title());
      for (String problem : gate.problems()) {
        problem.lines().forEach(it -> terminal.print("          " + Text.visible(it)));
      }
      if (!gate.passed() && !gate.advice().isEmpty()) {
        terminal.print("        hint: " + Text.visible(gate.advice()));
      }
    }
    terminal.print("");
  }

  private static Style style(String line) {
    if (line.startsWith("+") && !line.startsWith("+++")) {
      return Style.GOOD;
    }
    if (line.startsWith("-") && !line.startsWith("---")) {
      return Style.BAD;
    }
    return line.startsWith("@@") ? Style.FAINT : Style.PLAIN;
  }

  /** What became of it. */
  void end(Contribution contribution, ContributionChecks checks, Sending.Result result) {
    if (json) {
      terminal.printDocument(
          Json.print(ContributeDocument.of(clone, contribution, checks, result)));
    } else if (!checks.passed()) {
      terminal.print(terminal.styled(Style.BAD, "Nothing was sent") + ": mend what failed first");
    } else if (result instanceof Sending.Result.Written written) {
      terminal.print(terminal.styled(Style.GOOD, "Wrote ") + written.file());
      terminal.section("Next", List.of("send it to the registry's owner, who runs: git am <file>"));
    } else if (result instanceof Sending.Result.Pushed pushed) {
      pushed(pushed.sent());
    } else {
      terminal.print("Nothing was sent: this was a dry run");
    }
  }

  private void pushed(Submission.Sent sent) {
    terminal.print(terminal.styled(Style.GOOD, "Pushed ") + sent.branch() + " to " + sent.url());
    sent.proposed()
        .ifPresent(
            it ->
                terminal.print(
                    terminal.styled(Style.GOOD, it.fresh() ? "Opened " : "Updated ")
                        + Text.visible(it.address())));
  }
}
