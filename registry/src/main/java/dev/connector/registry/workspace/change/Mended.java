package dev.connector.registry.workspace.change;

import java.util.List;
import java.util.Objects;

/**
 * How an interrupted operation was brought to an end.
 *
 * @param operation what had been interrupted
 * @param outcome which end it was
 * @param leftAlone files somebody else had changed in the meantime, left as they are
 */
public record Mended(Operation operation, Outcome outcome, List<String> leftAlone) {

  /** The two ends an operation can have. */
  public enum Outcome {
    /** Every change is in place. */
    FINISHED,
    /** The tree is as it was before. */
    UNDONE
  }

  public Mended {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(outcome);
    leftAlone = List.copyOf(leftAlone);
  }
}
