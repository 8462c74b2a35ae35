package dev.connector.cli.agent.sandbox;

import java.util.Objects;
import java.util.Optional;

/**
 * How a program ended.
 *
 * @param code its exit code
 * @param output what it printed, as far as it was allowed to
 * @param errors the same for standard error
 * @param stopped why it was killed, where it was: {@code it ran longer than 60 s}
 */
public record Ended(int code, String output, String errors, Optional<String> stopped) {

  public Ended {
    Objects.requireNonNull(output);
    Objects.requireNonNull(errors);
    Objects.requireNonNull(stopped);
  }

  /** Whether it ended by itself, and well. */
  public boolean well() {
    return code == 0 && stopped.isEmpty();
  }
}
