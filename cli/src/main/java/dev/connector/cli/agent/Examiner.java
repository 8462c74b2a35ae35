package dev.connector.cli.agent;

import dev.connector.cli.agent.draft.Draft;
import java.util.List;
import java.util.Objects;

/** Who decides whether a draft is right. */
@FunctionalInterface
public interface Examiner {

  /** Compiles, tests and holds to the rules; gives what came of it, whatever the draft is. */
  Examination examine(Draft draft);

  /**
   * What an examination came to.
   *
   * @param accepted whether nothing that must be is missing
   * @param summary what was seen, a line
   * @param findings what keeps it from being accepted first, then the rest; for the model and for
   *     people
   */
  record Examination(boolean accepted, String summary, List<String> findings) {
    public Examination {
      Objects.requireNonNull(summary);
      findings = List.copyOf(findings);
    }
  }
}
