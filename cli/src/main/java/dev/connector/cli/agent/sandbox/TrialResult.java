package dev.connector.cli.agent.sandbox;

import dev.connector.cli.agent.sandbox.Stage.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What judging a connector showed.
 *
 * @param stages in order; those about code only where there is code to judge
 */
public record TrialResult(List<Stage> stages) {

  public TrialResult {
    stages = List.copyOf(stages);
  }

  /**
   * Whether it may be kept: all rules it must keep are kept, its code compiles without a warning,
   * its tests pass, and something was checked at all.
   */
  public boolean accepted() {
    Set<Step> judged = stages.stream().map(Stage::step).collect(Collectors.toSet());
    return judged.containsAll(EnumSet.of(Step.VALIDATE, Step.ENGINE))
        && stages.stream().allMatch(Stage::passed);
  }

  /** The stages that keep it from being accepted. */
  public List<Stage> failed() {
    return stages.stream().filter(it -> !it.passed()).toList();
  }
}
