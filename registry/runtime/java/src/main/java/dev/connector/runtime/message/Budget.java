package dev.connector.runtime.message;

import java.time.Duration;

/** The time one logical call may take, counted from its start. */
public final class Budget {

  private final long start = System.nanoTime();
  private final Duration total;

  public Budget(Duration total) {
    this.total = total;
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What is left, never negative. */
  public Duration remaining() {
    Duration remaining = total.minus(elapsed());
    return remaining.isNegative() ? Duration.ZERO : remaining;
  }

  /** The limit, or what is left where that is less; at least a millisecond. */
  public Duration atMost(Duration limit) {
    Duration left = remaining();
    Duration less = left.compareTo(limit) < 0 ? left : limit;
    return less.toMillis() < 1 ? Duration.ofMillis(1) : less;
  }

  public boolean allows(Duration wait) {
    return wait.compareTo(remaining()) < 0;
  }

  public void check() {
    if (remaining().isZero()) {
      throw exhausted();
    }
  }

  public ApiException exhausted() {
    return new ApiException(
        ErrorCode.TIMEOUT, "the call took longer than its budget of " + total.toMillis() + " ms");
  }
}
