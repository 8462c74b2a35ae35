package dev.connector.cli.command;

import dev.connector.cli.command.ConflictDecision.Choice;
import dev.connector.cli.project.FreshProject;
import dev.connector.cli.project.Workplace;
import dev.connector.cli.terminal.Environment;
import dev.connector.registry.workspace.AddPlan;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.registry.workspace.Conflict;
import dev.connector.registry.workspace.FileMerge;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.registry.workspace.change.Plan;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code add} did, or would do.
 *
 * @param plan what was written, completely
 * @param planned what was planned, with the planner's words for it
 * @param conflicts files that were there and differed, and what becomes of them
 * @param purpose whether it was to have them, or to have them as they are now
 * @param mode whether it was written, and how much of it is to be shown
 * @param mended an interrupted operation that was ended before
 */
record AddResult(
    Workplace place,
    Plan plan,
    AddPlan planned,
    Map<Conflict, Choice> conflicts,
    Purpose purpose,
    Mode mode,
    Optional<Mended> mended) {

  /** How far {@code add} goes. */
  enum Mode {
    /** The plan is applied. */
    APPLY,
    /** The plan is shown. */
    DRY_RUN,
    /** The plan is shown with its contents. */
    DIFF
  }

  AddResult {
    Objects.requireNonNull(place);
    Objects.requireNonNull(plan);
    Objects.requireNonNull(planned);
    conflicts = Collections.unmodifiableMap(new LinkedHashMap<>(conflicts));
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(mode);
    Objects.requireNonNull(mended);
  }

  /** The planner's words for it. */
  AddPlan.Summary summary() {
    return planned.summary();
  }

  /** Whether it brought forward what was there. */
  boolean isUpdate() {
    return purpose != Purpose.ADD;
  }

  /** The files in which both sides' edits overlap. */
  List<FileMerge> overlaps() {
    return planned.merges().stream().filter(FileMerge::isOverlap).toList();
  }

  /** Whether names of settings come into the project that were not there. */
  boolean namesSettings() {
    return plan.changes().stream().anyMatch(change -> change.path().equals(".env.example"));
  }

  boolean applied() {
    return mode == Mode.APPLY;
  }

  /** Whether the project itself is new. */
  boolean fresh() {
    return place instanceof FreshProject;
  }

  /** The conflicts that ended in a way. */
  List<Conflict> conflicts(Choice choice) {
    return conflicts.keySet().stream().filter(it -> conflicts.get(it) == choice).toList();
  }

  ExitCode exitCode() {
    return conflicts(Choice.UNDECIDED).isEmpty() && overlaps().isEmpty()
        ? ExitCode.DONE
        : ExitCode.FINDINGS;
  }

  /** The secrets among what the connectors are configured by. */
  List<AddPlan.Variable> secrets() {
    return summary().settings().stream().filter(AddPlan.Variable::secret).toList();
  }

  /** The command that builds the project and runs its tests. */
  String testCommand() {
    boolean gradle =
        place.project() instanceof Project.Java java && java.build() != Project.BuildTool.MAVEN;
    String tool = gradle ? "gradle" : "mvn";
    boolean wrapper = Files.exists(place.folder().resolve(tool + "w"));
    return (wrapper ? "./" + tool + "w" : tool) + " test";
  }

  /** Says it, to a person or to a program. */
  void tell(Environment environment, boolean json) {
    if (json) {
      environment.terminal().printDocument(Json.print(new AddDocument(environment, this).build()));
    } else {
      new AddText(environment, this).print();
    }
  }
}
