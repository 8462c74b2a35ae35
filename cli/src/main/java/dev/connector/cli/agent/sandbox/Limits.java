package dev.connector.cli.agent.sandbox;

import java.time.Duration;

/**
 * How much a program may use.
 *
 * @param time until all of its processes are killed
 * @param memory bytes that all of its processes together may hold for themselves
 * @param processes how many there may be at a time
 * @param file bytes of the largest file it may write
 * @param output bytes it may print
 */
public record Limits(Duration time, long memory, int processes, long file, int output) {

  private static final long MEBI = 1 << 20;

  public Limits {
    if (time.isNegative()
        || time.isZero()
        || memory <= 0
        || processes < 1
        || file < 0
        || output < 0) {
      throw new IllegalArgumentException("a program needs time, memory and a process");
    }
  }

  /** What one program of a connector may use. */
  public static Limits program() {
    return new Limits(Duration.ofSeconds(60), 1024 * MEBI, 16, 64 * MEBI, (int) MEBI);
  }

  /** What a judge may use with all that it starts. */
  public static Limits judge() {
    return new Limits(Duration.ofMinutes(3), 3072 * MEBI, 96, 256 * MEBI, (int) (8 * MEBI));
  }

  /** The same with another time. */
  public Limits time(Duration longest) {
    return new Limits(longest, memory, processes, file, output);
  }
}
