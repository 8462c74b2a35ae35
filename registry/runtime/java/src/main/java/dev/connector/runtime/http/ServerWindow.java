package dev.connector.runtime.http;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Follows the API's own count, so that a client which shares a limit with others slows down before
 * it is told to. Between two answers the client counts for itself, and takes every request in
 * flight for one the server has not counted yet.
 */
final class ServerWindow {

  /** Resets are given in whole seconds: two that differ by less belong to the same window. */
  private static final long SAME_WINDOW = Duration.ofSeconds(1).toNanos();

  private boolean known;
  private long allowance;
  private long resetAt;
  private long inFlight;

  /** Takes one request from the window. Returns how long to wait where there is none left. */
  synchronized Duration take() {
    Duration wait = waitingTime();
    if (wait.isZero()) {
      allowance--;
      inFlight++;
    }
    return wait;
  }

  /** How long until a request may be sent, as far as is known; zero for at once. */
  synchronized Duration waitingTime() {
    return known() && allowance <= 0 ? untilReset() : Duration.ZERO;
  }

  /** A request that was taken is answered, or will never be sent. */
  synchronized void done() {
    inFlight--;
  }

  /** Learns from an answer whose own request is still counted as in flight. */
  synchronized void observe(Quota quota) {
    if (quota.resetIn().isZero()) {
      return;
    }
    long reset = System.nanoTime() + quota.resetIn().toNanos();
    long left = quota.remaining() - (inFlight - 1);
    boolean sameWindow = known() && Math.abs(reset - resetAt) <= SAME_WINDOW;
    allowance = sameWindow ? Math.min(allowance, left) : left;
    resetAt = sameWindow ? Math.max(reset, resetAt) : reset;
    known = true;
  }

  /** Sends nothing for at least this long. */
  synchronized void pause(Duration time) {
    if (waitingTime().compareTo(time) < 0) {
      allowance = 0;
      resetAt = System.nanoTime() + time.toNanos();
      known = true;
    }
  }

  synchronized LimitState state() {
    return known()
        ? new LimitState(OptionalLong.of(Math.max(0, allowance)), untilReset())
        : LimitState.UNKNOWN;
  }

  private boolean known() {
    return known && resetAt - System.nanoTime() > 0;
  }

  private Duration untilReset() {
    return Duration.ofNanos(Math.max(0, resetAt - System.nanoTime()));
  }
}
