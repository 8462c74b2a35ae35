package dev.connector.runtime.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Told of every attempt, on the calling thread; must be quick and safe for use by many threads. */
@FunctionalInterface
public interface AttemptListener {

  void attempted(AttemptEvent event);

  /** Writes each event to the platform's log, at level DEBUG: failures reach the caller anyway. */
  static AttemptListener logging(String connector) {
    Logger logger = System.getLogger("connector." + connector);
    return event ->
        logger.log(
            Level.DEBUG,
            () ->
                String.format(
                    "operation=%s method=%s path=%s attempt=%d status=%s error=%s durationMs=%d"
                        + " correlationId=%s remaining=%s",
                    event.endpoint().operation(),
                    event.endpoint().method(),
                    event.endpoint().path(),
                    event.attempt(),
                    event.status().isPresent() ? event.status().getAsInt() : "none",
                    event.error().map(Enum::name).orElse("none"),
                    event.duration().toMillis(),
                    event.correlationId(),
                    event.limit().remaining().isPresent()
                        ? event.limit().remaining().getAsLong()
                        : "unknown"));
  }
}
