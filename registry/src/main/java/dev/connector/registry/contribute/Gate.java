package dev.connector.registry.contribute;

import java.util.List;
import java.util.Objects;

/**
 * One thing that must be in order before anything is sent.
 *
 * @param title what is looked at, {@code licence}
 * @param problems what is wrong with it, one line each; none where it is in order
 * @param advice what to do about them
 */
public record Gate(String title, List<String> problems, String advice) {

  public Gate {
    Objects.requireNonNull(title);
    problems = List.copyOf(problems);
    Objects.requireNonNull(advice);
  }

  /** Whether nothing is wrong. */
  public boolean passed() {
    return problems.isEmpty();
  }
}
