package dev.connector.registry.contribute.forge;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a forge that makes a fork behind the scenes. */
final class Readiness {

  private static final int TIMES = 30;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private Readiness() {}

  /** Asks at once, and every two seconds after, for a minute. */
  static void await(String fork, BooleanSupplier ready) {
    for (int i = 0; i < TIMES; i++) {
      if (ready.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new ConnectorException(
        Kind.FAILED,
        "the fork " + fork + " is still being made",
        "run the same again in a while: it goes on from there");
  }
}
