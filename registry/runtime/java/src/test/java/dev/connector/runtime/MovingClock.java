package dev.connector.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move, and can be told what happens meanwhile. */
public final class MovingClock extends Clock {
  private final AtomicReference<Runnable> happening = new AtomicReference<>(() -> {});
  private volatile Instant now;

  public MovingClock(Instant now) {
    this.now = now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Happens once, when somebody next looks at the clock. */
  void meanwhile(Runnable once) {
    happening.set(once);
  }

  @Override
  public Instant instant() {
    happening.getAndSet(() -> {}).run();
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
