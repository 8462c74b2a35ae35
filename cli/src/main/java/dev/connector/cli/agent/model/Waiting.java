package dev.connector.cli.agent.model;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a server may keep us waiting.
 *
 * @param connect for a connection
 * @param silence without a byte; a server on the user's own machine may read a long prompt for
 *     minutes before it says anything
 */
record Waiting(Duration connect, Duration silence, Sleeper sleeper) {

  /** Lets time pass. */
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  Waiting {
    Objects.requireNonNull(connect);
    Objects.requireNonNull(silence);
    Objects.requireNonNull(sleeper);
  }

  static Waiting usual() {
    return new Waiting(
        Duration.ofSeconds(10), Duration.ofMinutes(5), time -> Thread.sleep(time.toMillis()));
  }
}
