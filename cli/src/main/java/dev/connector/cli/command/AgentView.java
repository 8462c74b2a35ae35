package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.Outcome.Failure;
import dev.connector.cli.agent.Step;
import dev.connector.cli.agent.Totals;
import dev.connector.cli.agent.Watcher;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.change.Change;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows a run as it goes, in its four steps, and how it ended. */
final class AgentView implements Watcher {

  private static final int MOST_FINDINGS = 12;

  private final Environment environment;
  private final Terminal terminal;
  private final boolean json;
  private final StringBuilder said = new StringBuilder();

  AgentView(Environment environment, boolean json) {
    this.environment = environment;
    this.terminal = environment.terminal();
    this.json = json;
  }

  @Override
  public void at(Step step, String what) {
    said.setLength(0);
    terminal.note(
        terminal.styledNote(Style.STRONG, "%-6s".formatted(step.word()))
            + "  "
            + Text.visible(what));
  }

  @Override
  public void busy(String what) {
    said.setLength(0);
    terminal.progress(what);
  }

  /** Says how to go on, where the run is broken off before that is taken off. */
  GoingOn interruptible(String again) {
    return new GoingOn(terminal, again);
  }

  /** What the model says this moment: the end of it, as a sign that it goes on. */
  void words(String more) {
    said.append(more);
    String line = said.toString().strip().replaceAll("\\s+", " ");
    terminal.progress(line.substring(Math.max(0, line.length() - 70)));
  }

  /** Ends a run that came to nothing: what was found, and what it cost, before the error. */
  ConnectorException failed(AgentEnd end, Optional<Path> kept) {
    Failure failure = end.outcome().failure().orElseThrow();
    terminal.clearProgress();
    List<String> findings = end.outcome().examination().map(it -> it.findings()).orElse(List.of());
    findings.stream()
        .limit(MOST_FINDINGS)
        .forEach(finding -> terminal.note("  - " + Text.visible(firstLine(finding))));
    if (findings.size() > MOST_FINDINGS) {
      terminal.note("  and " + (findings.size() - MOST_FINDINGS) + " more, in the transcript");
    }
    terminal.note(cost(end));
    terminal.note("transcript: " + Text.visible(end.transcript().toString()));
    kept.ifPresent(
        folder -> terminal.note("draft, not accepted: " + Text.visible(folder.toString())));
    return new ConnectorException(
        ConnectorException.Kind.FAILED,
        failure.step().word() + ": " + failure.reason() + "; nothing was written",
        failure.advice());
  }

  private static String firstLine(String finding) {
    return finding.lines().findFirst().orElse("");
  }

  /** Asks whether to write what was accepted. */
  boolean consents(AgentEnd end, AddResult preview) {
    List<Change> changes = preview.plan().changes();
    new PlanText(terminal, changes).print("to be written", true);
    toKnow(end);
    String question =
        "Write "
            + Text.count(changes.size(), "file")
            + " into "
            + preview.place().folder()
            + "? [y/N]";
    return terminal.ask(question).toLowerCase(Locale.ROOT).startsWith("y");
  }

  /** What a definition can do beyond reading an API, and nobody sees in the names of its files. */
  private void toKnow(AgentEnd end) {
    terminal.section(
        "Sends credentials to", List.copyOf(Recipients.of(end.outcome().draft().document())));
    terminal.section(
        "Written by the model as it stands, and not rendered from the definition; read it",
        List.copyOf(end.outcome().draft().own().keySet()));
  }

  /** Says that nothing was written, as the person wished. */
  int declined(AgentEnd end) {
    terminal.note("Nothing was written. To have it after all, without asking the model again:");
    terminal.note("  connector agent --replay " + NextSteps.quoted(end.transcript().toString()));
    return ExitCode.DONE.number();
  }

  /** What came of it. */
  int ended(AgentEnd end, AddResult result) {
    if (json) {
      ObjectNode document = end.document();
      Draft draft = end.outcome().draft();
      Recipients.of(draft.document()).forEach(document.putArray("sendsCredentialsTo")::add);
      draft.own().keySet().forEach(document.putArray("writtenByTheModel")::add);
      document.put("transcript", end.transcript().toString());
      document.set("added", new AddDocument(environment, result).build());
      terminal.printDocument(Json.print(document));
      return result.exitCode().number();
    }
    new AddText(environment, result).print();
    toKnow(end);
    terminal.section("For a person to see to", end.outcome().words().lines().toList());
    terminal.print("");
    terminal.print(Text.visible(cost(end)));
    terminal.print("transcript: " + Text.visible(end.transcript().toString()));
    return result.exitCode().number();
  }

  private static String cost(AgentEnd end) {
    Totals totals = end.outcome().totals();
    return String.format(
        Locale.ROOT,
        "%s, %,d tokens read, %,d written; %.1f s for the model, %.1f s of our own%s",
        Text.count(totals.rounds(), "round"),
        totals.usage().input(),
        totals.usage().output(),
        AgentEnd.seconds(totals.waited()),
        AgentEnd.seconds(end.own()),
        end.cost().map(it -> "; at most " + it.toPlainString() + " by your prices").orElse(""));
  }
}
