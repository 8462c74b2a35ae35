package dev.connector.spec.rules;

import java.time.Duration;
import java.util.Objects;

/**
 * A rule and what was found out about it.
 *
 * @param took how long finding out took
 */
public record Finding(Rule rule, Outcome outcome, Duration took) {

  public Finding {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(took);
  }

  /** Whether the connector breaks the rule, must or should. */
  public boolean broken() {
    return outcome instanceof Outcome.Broken;
  }

  /** Whether the connector, for this alone, does not conform. */
  public boolean fails() {
    return broken() && rule.level() == Level.MUST;
  }
}
