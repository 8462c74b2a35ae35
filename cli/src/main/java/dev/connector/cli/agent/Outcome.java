package dev.connector.cli.agent;

import dev.connector.cli.agent.Examiner.Examination;
import dev.connector.cli.agent.draft.Draft;
import java.util.Objects;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param draft the last one that was accepted; else the last one
 * @param examination of that draft; empty where it was never examined
 * @param failure where and why nothing was accepted; empty where something was
 * @param words the model's own, at the end; only words
 */
public record Outcome(
    Draft draft,
    Optional<Examination> examination,
    Optional<Failure> failure,
    String words,
    Totals totals) {

  /**
   * Why nothing was accepted.
   *
   * @param reason a sentence for a person
   * @param advice what to do, a sentence
   */
  public record Failure(Step step, String reason, String advice) {
    public Failure {
      Objects.requireNonNull(step);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(advice);
    }
  }

  public Outcome {
    Objects.requireNonNull(draft);
    Objects.requireNonNull(examination);
    Objects.requireNonNull(failure);
    Objects.requireNonNull(words);
    Objects.requireNonNull(totals);
  }
}
