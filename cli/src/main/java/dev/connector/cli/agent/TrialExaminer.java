package dev.connector.cli.agent;

import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.sandbox.Candidate;
import dev.connector.cli.agent.sandbox.Stage;
import dev.connector.cli.agent.sandbox.Trial;
import dev.connector.cli.agent.sandbox.TrialResult;
import dev.connector.spec.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges drafts by what they do in a sandbox. */
public final class TrialExaminer implements Examiner {

  private final Function<Draft, Candidate> candidate;
  private final Trial trial;

  /**
   * @param candidate a draft as it would stand in the project
   */
  public TrialExaminer(Function<Draft, Candidate> candidate, Trial trial) {
    this.candidate = candidate;
    this.trial = trial;
  }

  @Override
  public Examination examine(Draft draft) {
    Candidate judged;
    try {
      judged = candidate.apply(draft);
    } catch (ConnectorException | IllegalArgumentException unusable) {
      return new Examination(false, "cannot be rendered", List.of(unusable.getMessage()));
    }
    TrialResult result = trial.of(judged);
    List<String> findings = new ArrayList<>();
    for (Stage stage : result.accepted() ? result.stages() : result.failed()) {
      stage.findings().stream()
          .filter(it -> stage.step() != Stage.Step.CODE || !said(result, it))
          .forEach(it -> findings.add(stage.step().title() + ": " + it));
    }
    return new Examination(result.accepted(), summary(result), findings);
  }

  /** Whether the definition alone breaks the same rule: the code is rendered from it. */
  private static boolean said(TrialResult result, String finding) {
    String rule = finding.split("[ :]", 2)[0];
    return result.stages().stream()
        .filter(it -> it.step() == Stage.Step.ENGINE && !it.passed())
        .flatMap(it -> it.findings().stream())
        .anyMatch(it -> it.startsWith(rule));
  }

  private static String summary(TrialResult result) {
    if (result.accepted()) {
      return "accepted: "
          + result.stages().stream()
              .map(stage -> stage.step().title())
              .collect(Collectors.joining(", "));
    }
    return "goes back: "
        + result.failed().stream()
            .map(stage -> stage.step().title() + " (" + stage.findings().size() + ")")
            .collect(Collectors.joining(", "));
  }
}
