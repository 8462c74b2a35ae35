package dev.connector.cli.mcp;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The requests that are not answered yet, and which of them nobody waits for any more. */
final class Pending {

  private final Map<Object, Boolean> wanted = new HashMap<>();

  synchronized void begin(Object request) {
    wanted.put(request, true);
  }

  /** Whether there was still something to cancel. */
  synchronized boolean cancel(Object request) {
    return Boolean.TRUE.equals(wanted.replace(request, false));
  }

  synchronized boolean wanted(Object request) {
    return wanted.getOrDefault(request, true);
  }

  synchronized void end(Object request) {
    wanted.remove(request);
    notifyAll();
  }

  /** Waits until everything is answered, but no longer than this; whether it is. */
  synchronized boolean awaitNone(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (long left = patience.toNanos(); !wanted.isEmpty() && left > 0; ) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return wanted.isEmpty();
  }
}
