package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The logical calls that are under way: admitted up to a bound, and waited for on closing. */
final class Calls implements AutoCloseable {

  private final long limit;
  private final Duration grace;
  private final Set<Cancellation> active = new HashSet<>();
  private boolean closed;

  /**
   * @param limit how many calls may be under way, those that wait included
   * @param grace how long closing waits before it cancels
   */
  Calls(long limit, Duration grace) {
    this.limit = limit;
    this.grace = grace;
  }

  /** Runs a call, which is cancelled by its caller or by closing. */
  <T> T run(Cancellation caller, Function<Cancellation, T> call) {
    Cancellation own = new Cancellation();
    enter(own);
    Cancellation.Registration registration = caller.onCancel(own::cancel);
    try {
      return call.apply(own);
    } finally {
      registration.remove();
      leave(own);
    }
  }

  private synchronized void enter(Cancellation call) {
    if (closed) {
      throw new ApiException(ErrorCode.CANCELLED, "the client is closed");
    }
    if (active.size() >= limit) {
      throw new ApiException(
          ErrorCode.RATE_LIMIT, "too many calls are waiting: " + limit + " are under way already");
    }
    active.add(call);
  }

  private synchronized void leave(Cancellation call) {
    active.remove(call);
    notifyAll();
  }

  /** Refuses further calls, waits for those under way, cancels what is left after the grace. */
  @Override
  public void close() {
    List<Cancellation> late;
    synchronized (this) {
      closed = true;
      awaitIdle();
      late = List.copyOf(active);
    }
    late.forEach(Cancellation::cancel);
  }

  private void awaitIdle() {
    long end = System.nanoTime() + grace.toNanos();
    long left = grace.toNanos();
    while (!active.isEmpty() && left > 0) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // whoever interrupts does not want to wait
        return;
      }
      left = end - System.nanoTime();
    }
  }
}
