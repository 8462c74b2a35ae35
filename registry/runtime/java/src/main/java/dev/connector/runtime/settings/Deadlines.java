package dev.connector.runtime.settings;

import java.time.Duration;
import java.util.List;

/**
 * How long things may take.
 *
 * @param attempt one request, from connecting to the last byte of the answer
 * @param call one logical call, all attempts and waits together
 * @param close how long closing waits for calls in flight before it cancels them
 */
public record Deadlines(Duration attempt, Duration call, Duration close) {

  private static final Setting<Duration> ATTEMPT =
      Setting.withDefault("attemptTimeout", Shape.duration(), "30s");
  private static final Setting<Duration> CALL =
      Setting.withDefault("callBudget", Shape.duration(), "60s");
  private static final Setting<Duration> CLOSE =
      Setting.withDefault("closeTimeout", Shape.duration(), "30s");

  static final List<Setting<?>> SETTINGS = List.of(ATTEMPT, CALL, CLOSE);

  public Deadlines {
    if (attempt.toMillis() < 1 || call.toMillis() < 1 || close.isNegative()) {
      throw new IllegalArgumentException("deadlines are at least a millisecond");
    }
  }

  static Deadlines of(Settings settings) {
    return new Deadlines(settings.get(ATTEMPT), settings.get(CALL), settings.get(CLOSE));
  }
}
