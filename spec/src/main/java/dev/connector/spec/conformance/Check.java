package dev.connector.spec.conformance;

import dev.connector.spec.rules.Outcome;

/**
 * Finds out whether a connector keeps one rule.
 *
 * @param rule the rule's id
 */
public record Check(String rule, Procedure procedure) {

  /** Puts the rule to the test. */
  @FunctionalInterface
  public interface Procedure {
    /** What was found; an exception where not even that could be told. */
    Outcome run(Bench bench) throws Exception;
  }
}
