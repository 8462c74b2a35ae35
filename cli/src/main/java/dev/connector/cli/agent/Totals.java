package dev.connector.cli.agent;

import dev.connector.cli.agent.model.Reply.Usage;
import java.time.Duration;

/**
 * What a run has cost so far.
 *
 * @param rounds answers of the model
 * @param waited for the model
 */
public record Totals(int rounds, Usage usage, Duration waited) {

  static final Totals NONE = new Totals(0, Usage.NONE, Duration.ZERO);

  Totals plus(Usage more, Duration wait) {
    return new Totals(rounds + 1, usage.plus(more), waited.plus(wait));
  }

  /** Tokens read and written. */
  public long tokens() {
    return usage.input() + usage.output();
  }
}
