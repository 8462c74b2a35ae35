package dev.connector.cli.command;

import dev.connector.cli.project.FreshProject;
import dev.connector.cli.project.Workplace;
import dev.connector.registry.workspace.AddPlan;
import dev.connector.registry.workspace.Conflict;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.change.Mended;
import dev.connector.registry.workspace.change.Plan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code add} did, or would do.
 *
 * @param plan what was written, completely
 * @param summary the planner's words for it
 * @param conflicts files that were there and differed
 * @param overwritten those of them that the plan replaces
 * @param mode whether it was written, and how much of it is to be shown
 * @param mended an interrupted operation that was ended before
 */
record AddResult(
    Workplace place,
    Plan plan,
    AddPlan.Summary summary,
    List<Conflict> conflicts,
    Set<Conflict> overwritten,
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
    Objects.requireNonNull(summary);
    conflicts = List.copyOf(conflicts);
    overwritten = Set.copyOf(overwritten);
    Objects.requireNonNull(mode);
    Objects.requireNonNull(mended);
  }

  boolean applied() {
    return mode == Mode.APPLY;
  }

  /** Whether the project itself is new. */
  boolean fresh() {
    return place instanceof FreshProject;
  }

  /** The files that were left as they are. */
  List<Conflict> skipped() {
    return conflicts.stream().filter(conflict -> !overwritten.contains(conflict)).toList();
  }

  /** Secrets and settings the connector does not work without. */
  List<AddPlan.Variable> secrets() {
    return summary.settings().stream().filter(AddPlan.Variable::secret).toList();
  }

  /** The command that builds the project and runs its tests. */
  String testCommand() {
    return place.project() instanceof Project.Java java && java.build() != Project.BuildTool.MAVEN
        ? "gradle test"
        : "mvn test";
  }
}
