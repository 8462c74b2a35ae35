package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.workspace.UnfinishedMerge;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.change.Undo;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code connector undo}: takes the last command that wrote back, byte for byte. */
@Command(
    name = "undo",
    description = {
      "Take back what the last command wrote here, byte for byte.",
      "Again, it takes back the one before. Files edited since are never touched."
    })
final class UndoCommand implements Callable<Integer> {

  private final Environment environment;

  @Mixin private WorkOptions work;

  @Option(names = "--dry-run", description = "Show what would be taken back, and write nothing.")
  private boolean dryRun;

  UndoCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path directory = work.directory(environment);
    Optional<Mended> mended = dryRun ? Optional.empty() : MendedText.mend(environment, directory);
    ProjectTree tree = ProjectTree.at(directory);
    Optional<Undo> ended = mended.flatMap(UndoCommand::undone);
    Undo undo = ended.or(tree::undo).orElseThrow(() -> nothing(directory));
    requireUnedited(undo, UnfinishedMerge.read(tree));
    UndoView view = new UndoView(directory, undo, tree.history(), !dryRun);
    if (!dryRun && ended.isEmpty()) {
      tree.apply(undo);
    }
    if (work.json) {
      environment.terminal().printDocument(Json.print(view.document(mended)));
    } else {
      view.print(environment.terminal());
    }
    return ExitCode.DONE.number();
  }

  /**
   * Files with marked overlaps are edited because they have to be; there is a way back for them.
   */
  private static void requireUnedited(Undo undo, Optional<UnfinishedMerge> merge) {
    try {
      undo.requireUnedited();
    } catch (ConnectorException edited) {
      if (merge.isEmpty()) {
        throw edited;
      }
      throw new ConnectorException(
          edited.kind(),
          edited.getMessage(),
          "take it back with your attempts at resolving it: connector update --abort",
          edited);
    }
  }

  /** What was taken back by ending it is what the user means, be it an undo that was cut off. */
  private static Optional<Undo> undone(Mended mended) {
    return mended.outcome() == Mended.Outcome.UNDONE
        ? Optional.of(new Undo(mended.operation(), List.of(), List.of()))
        : Optional.empty();
  }

  private static ConnectorException nothing(Path directory) {
    return new ConnectorException(
        ConnectorException.Kind.FAILED,
        "nothing to undo in " + directory,
        "the last few commands that wrote can be undone, in the project's folder: --cwd <folder>");
  }
}
