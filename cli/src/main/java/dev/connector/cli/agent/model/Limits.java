package dev.connector.cli.agent.model;

import java.time.Duration;

/**
 * How much one answer may take.
 *
 * @param maxTokens the most that the model may write
 * @param timeout the most that may pass until it is whole, all waiting for an overload included
 */
public record Limits(int maxTokens, Duration timeout) {
  public Limits {
    if (maxTokens < 1 || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
