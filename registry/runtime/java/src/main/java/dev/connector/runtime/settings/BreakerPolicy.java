package dev.connector.runtime.settings;

import java.time.Duration;
import java.util.List;

/**
 * When the client stops calling an API that fails, and how it starts again.
 *
 * @param failures how many attempts in a row must fail before the circuit opens
 * @param open how long nothing is sent then
 * @param trials how many attempts may pass after that, all of which must succeed
 */
public record BreakerPolicy(int failures, Duration open, int trials) {

  private static final Setting<Long> FAILURES =
      Setting.withDefault("breakerFailures", Shape.number(1, 10_000), "5");
  private static final Setting<Duration> OPEN =
      Setting.withDefault("breakerOpen", Shape.duration(), "60s");
  private static final Setting<Long> TRIALS =
      Setting.withDefault("breakerTrials", Shape.number(1, 100), "3");

  static final List<Setting<?>> SETTINGS = List.of(FAILURES, OPEN, TRIALS);

  public BreakerPolicy {
    if (failures < 1 || trials < 1 || open.toMillis() < 1) {
      throw new IllegalArgumentException("a circuit breaker needs positive values");
    }
  }

  static BreakerPolicy of(Settings settings) {
    return new BreakerPolicy(
        settings.get(FAILURES).intValue(), settings.get(OPEN), settings.get(TRIALS).intValue());
  }
}
