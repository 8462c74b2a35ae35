package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.RemovePlan;
import dev.connector.registry.workspace.RemovePlanner;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code connector remove}: takes connectors out of a project, but nothing that the user edited.
 */
@Command(
    name = "remove",
    description = "Take connectors out of this project; files that you edited stay.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector remove hubspot             asks, then removes",
      "  connector remove hubspot --yes       asks nothing",
      "  connector remove hubspot --dry-run   what would be removed",
      "  connector undo                       takes it back"
    })
final class RemoveCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  @Option(
      names = {"-y", "--yes"},
      description = "Ask nothing.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show what would be removed, and write nothing.")
  private boolean dryRun;

  @Parameters(arity = "1..*", paramLabel = "<connector>", description = "Names, as status lists.")
  private List<String> names;

  RemoveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    Optional<Mended> mended = dryRun ? Optional.empty() : MendedText.mend(environment, directory);
    RemovePlan plan = new RemovePlanner().plan(directory, names);
    if (!dryRun) {
      requireConsent(plan, directory);
      ProjectTree.at(directory).apply(plan.plan());
    }
    RemoveView view = new RemoveView(directory, plan, !dryRun);
    if (work.json) {
      environment.terminal().printDocument(Json.print(view.document(mended)));
    } else {
      view.print(environment.terminal());
    }
    return ExitCode.DONE.number();
  }

  private void requireConsent(RemovePlan plan, Path directory) {
    Terminal terminal = environment.terminal();
    if (yes) {
      return;
    }
    String what =
        Text.visible(RemoveView.names(plan))
            + ", "
            + Text.count(plan.items().stream().mapToInt(RemovePlan.Removed::files).sum(), "file");
    if (!terminal.interactive()) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "nobody is here to say whether to remove " + what,
          "run the same with --yes, or look first with --dry-run");
    }
    if (!plan.yours().isEmpty()) {
      terminal.note(Text.count(plan.yours().size(), "edited file") + " will stay.");
    }
    String answer = terminal.ask("Remove " + what + ", from " + directory + "? [y/N]");
    if (!answer.toLowerCase(Locale.ROOT).startsWith("y")) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED, "stopped; nothing was written", "");
    }
  }
}
