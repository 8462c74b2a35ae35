package dev.connector.registry.validation;

import java.util.List;

/**
 * How a registry did.
 *
 * @param connectors how many were looked at
 * @param runtimes the same
 * @param lessons the same
 * @param problems ordered by place
 */
public record RegistryReport(
    int connectors, int runtimes, int lessons, List<RegistryProblem> problems) {

  public RegistryReport {
    problems = List.copyOf(problems);
  }

  /** Whether there was anything to look at; where there was not, nothing has passed either. */
  public boolean checked() {
    return connectors + runtimes > 0;
  }

  /** Whether something was looked at, and nothing is to be mended. */
  public boolean passed() {
    return checked() && problems.isEmpty();
  }
}
