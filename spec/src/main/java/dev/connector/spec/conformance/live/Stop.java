package dev.connector.spec.conformance.live;

import dev.connector.runtime.message.Cancellation;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What ends a verification early: its user, or the time that it may take. */
final class Stop implements AutoCloseable {

  private final Cancellation cancellation = new Cancellation();
  private final Cancellation.Registration registration;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "connector-verification-time");
            thread.setDaemon(true);
            return thread;
          });
  private volatile String reason = "";

  Stop(Cancellation user, Duration most) {
    registration = user.onCancel(() -> stop("it was interrupted before"));
    clock.schedule(
        () -> stop("the time was used up (" + most.toSeconds() + " s)"),
        most.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private synchronized void stop(String why) {
    if (reason.isEmpty()) {
      reason = why;
      cancellation.cancel();
    }
  }

  Cancellation cancellation() {
    return cancellation;
  }

  boolean stopped() {
    return cancellation.cancelled();
  }

  String reason() {
    return reason;
  }

  @Override
  public void close() {
    registration.remove();
    clock.shutdownNow();
  }
}
