package dev.connector.cli.agent.model;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The time that one answer may take, and how it is spent on waiting for an overload to pass. */
final class Backoff {

  private static final int MOST_WAITS = 6;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Duration limit;
  private final Waiting.Sleeper sleeper;
  private final long began = System.nanoTime();
  private long slept;
  private long sleptFor;
  private int waits;

  Backoff(Duration limit, Waiting.Sleeper sleeper) {
    this.limit = limit;
    this.sleeper = sleeper;
  }

  /** What is left; never negative. */
  Duration left() {
    // What was asked of the sleeper counts rather than what it took, so that a test's counts too.
    Duration spent = Duration.ofNanos(System.nanoTime() - began - slept + sleptFor);
    Duration left = limit.minus(spent);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Waits before another attempt.
   *
   * @param asked what the server asks for, if anything
   * @return whether there is to be another attempt
   */
  boolean wait(Optional<Duration> asked) throws InterruptedException {
    Duration time = asked.orElseGet(this::next);
    if (waits == MOST_WAITS || time.compareTo(left()) >= 0) {
      return false;
    }
    waits++;
    long before = System.nanoTime();
    sleeper.sleep(time);
    slept += System.nanoTime() - before;
    sleptFor += time.toNanos();
    return true;
  }

  /** Twice the one before, up to a limit; less by chance, so that clients do not return at once. */
  private Duration next() {
    long most = Math.min(FIRST.toMillis() << waits, LONGEST.toMillis());
    return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
  }
}
