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
  private long firstReset;
  private long resetAt;
  private long pausedUntil = System.nanoTime();
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
    Duration pause = until(pausedUntil);
    Duration reset = known() && allowance <= 0 ? until(resetAt) : Duration.ZERO;
    return pause.compareTo(reset) > 0 ? pause : reset;
  }

  /** A request that was taken is answered, or will never be sent. */
  synchronized void done() {
    inFlight--;
  }

  /**
   * Learns from an answer whose own request is still counted as in flight. Within one window the
   * lower count holds, because answers overtake each other. A window that moves on with every
   * answer is another one after a while, or its count could only fall.
   */
  synchronized void observe(Quota quota) {
    if (quota.resetIn().isZero()) {
      return;
    }
    long reset = System.nanoTime() + quota.resetIn().toNanos();
    long left = quota.remaining() - (inFlight - 1);
    boolean sameWindow = known() && Math.abs(reset - firstReset) <= SAME_WINDOW;
    allowance = sameWindow ? Math.min(allowance, left) : left;
    resetAt = sameWindow ? Math.max(reset, resetAt) : reset;
    firstReset = sameWindow ? firstReset : reset;
    known = true;
  }

  /** Sends nothing for at least this long, whatever other answers say. */
  synchronized void pause(Duration time) {
    if (until(pausedUntil).compareTo(time) < 0) {
      pausedUntil = System.nanoTime() + time.toNanos();
    }
  }

  synchronized LimitState state() {
    Duration wait = waitingTime();
    if (!wait.isZero()) {
      return new LimitState(OptionalLong.of(0), wait);
    }
    return known()
        ? new LimitState(OptionalLong.of(allowance), until(resetAt))
        : LimitState.UNKNOWN;
  }

  private boolean known() {
    return known && resetAt - System.nanoTime() > 0;
  }

  private static Duration until(long moment) {
    return Duration.ofNanos(Math.max(0, moment - System.nanoTime()));
  }
}
