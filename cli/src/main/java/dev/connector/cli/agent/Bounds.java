package dev.connector.cli.agent;

import java.time.Duration;
import java.util.Objects;

/**
 * How far a run may go.
 *
 * @param rounds answers of the model, at most
 * @param tokens read and written in the whole run; a round that is begun is ended
 * @param time for the whole run; a round that is begun is ended
 */
public record Bounds(int rounds, long tokens, Duration time) {
  public Bounds {
    Objects.requireNonNull(time);
  }

  /** Those of a run that is repeated: it ends where it ended, and costs nothing. */
  public static Bounds none() {
    return new Bounds(Integer.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(1));
  }
}
