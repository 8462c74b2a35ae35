package dev.connector.cli.command;

import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.conformance.live.Verified;
import dev.connector.spec.rules.Finding;
import dev.connector.spec.rules.Outcome;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.ReportJson;
import dev.connector.spec.rules.ReportTable;
import dev.connector.spec.rules.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What {@code verify} says: while it runs, and when it has ended. */
record VerifyText(Terminal terminal, boolean json) {

  void progress(String what) {
    terminal.progress("verifying " + Text.visible(what) + " ...");
  }

  void show(Verified verified) {
    terminal.clearProgress();
    if (json) {
      terminal.printDocument(Json.print(ReportJson.of(List.of(verified.report()))));
    } else {
      ReportTable.of(List.of(verified.report())).lines().forEach(terminal::print);
      terminal.section("Seen", seen(verified.report()));
      terminal.section("Not looked at", visible(verified.notes()));
    }
    int requests = verified.requests();
    terminal.note(requests + (requests == 1 ? " request" : " requests") + " sent");
  }

  /** What rules that are kept rest on, a line for each step. */
  private static List<String> seen(Report report) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.outcome() instanceof Outcome.Kept kept) {
        for (String step : kept.seen().split("; ")) {
          lines.add(finding.rule().id() + " " + step);
        }
      }
    }
    return visible(lines);
  }

  private static List<String> visible(List<String> lines) {
    return lines.stream().map(Text::visible).toList();
  }

  static ExitCode exitCode(Verified verified) {
    if (verified.closed().isPresent()) {
      ErrorCode code = verified.closed().get();
      return code == ErrorCode.AUTH_FAILED ? ExitCode.AUTHENTICATION : ExitCode.NETWORK;
    }
    return verified.report().verdict() == Verdict.PASSED ? ExitCode.DONE : ExitCode.FAILED;
  }
}
