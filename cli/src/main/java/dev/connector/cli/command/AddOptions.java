package dev.connector.cli.command;

import dev.connector.cli.command.ConflictDecision.Choice;
import dev.connector.cli.project.Workplace;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.workspace.AddPlan;
import dev.connector.registry.workspace.AddPlanner;
import dev.connector.registry.workspace.AddRequest;
import dev.connector.registry.workspace.Conflict;
import dev.connector.registry.workspace.change.Plan;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options of every command that puts connectors into a project, and how they are heeded. */
final class AddOptions {

  @Option(
      names = {"-y", "--yes"},
      description = "Ask nothing; make a project where there is none.")
  boolean yes;

  @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
  boolean dryRun;

  @Option(names = "--diff", description = "The same, with all contents.")
  boolean diff;

  @Option(names = "--no-deps", description = "Leave the build file alone; list what it lacks.")
  private boolean noDependencies;

  @Option(
      names = "--on-conflict",
      paramLabel = "<what>",
      defaultValue = "ask",
      converter = OnConflictConverter.class,
      completionCandidates = OnConflictWords.class,
      description = "Files that are there and differ: ask, skip, overwrite or fail.")
  private OnConflict onConflict;

  /** Says in our words what picocli would say in Java's. */
  static final class OnConflictConverter implements ITypeConverter<OnConflict> {
    @Override
    public OnConflict convert(String typed) {
      return OnConflict.parse(typed);
    }
  }

  /** What may be typed, for completion and for assistants. */
  static final class OnConflictWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(OnConflict.values()).map(OnConflict::toString).iterator();
    }
  }

  boolean writes() {
    return mode() == AddResult.Mode.APPLY;
  }

  AddResult.Mode mode() {
    return diff ? AddResult.Mode.DIFF : dryRun ? AddResult.Mode.DRY_RUN : AddResult.Mode.APPLY;
  }

  /** Plans, asks about what is in the way, and writes unless it is only to be shown. */
  AddResult add(Environment environment, Workplace place, Additions wanted) {
    return add(environment, place, wanted, mode());
  }

  /** Plans, and shows what would be written. */
  AddResult preview(Environment environment, Workplace place, Additions wanted) {
    return add(environment, place, wanted, writes() ? AddResult.Mode.DRY_RUN : mode());
  }

  private AddResult add(
      Environment environment, Workplace place, Additions wanted, AddResult.Mode mode) {
    AddRequest.BuildEdits edits =
        noDependencies ? AddRequest.BuildEdits.NONE : AddRequest.BuildEdits.ADD;
    AddPlan planned =
        new AddPlanner()
            .plan(
                new AddRequest(
                    place.project(), wanted.items(), edits, wanted.purpose(), wanted.edited()));
    ConflictDecision decision = new ConflictDecision(environment, onConflict, yes);
    Map<Conflict, Choice> choices =
        mode == AddResult.Mode.APPLY
            ? decision.decide(planned.conflicts())
            : decision.preview(planned.conflicts());
    Plan complete = place.complete(planned.overwriting(it -> choices.get(it) == Choice.OVERWRITE));
    if (mode == AddResult.Mode.APPLY) {
      place.apply(complete);
    }
    return new AddResult(
        place, complete, planned, choices, wanted.purpose(), mode, wanted.mended());
  }
}
