package dev.connector.spec.conformance.check;

import dev.connector.spec.conformance.mock.fault.Fault;
import dev.connector.spec.conformance.mock.fault.ReplyFault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds the answers to requests back until they are let go, and counts them meanwhile. */
final class Hold {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final CountDownLatch letGo = new CountDownLatch(1);
  private final Duration linger;
  private int held;
  private int most;

  /**
   * Nothing is held yet.
   *
   * @param linger how long each is held even when they have been let go
   */
  Hold(Duration linger) {
    this.linger = linger;
  }

  /** The right answer, once it is let go. */
  Fault fault() {
    return new ReplyFault.Meanwhile(this::hold);
  }

  private void hold() {
    enter();
    try {
      Thread.sleep(linger.toMillis());
      letGo.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    held++;
    most = Math.max(most, held);
  }

  private synchronized void leave() {
    held--;
  }

  /** Requests that are held now. */
  synchronized int held() {
    return held;
  }

  /** The most requests that were ever held at a time. */
  synchronized int most() {
    return most;
  }

  void letGo() {
    letGo.countDown();
  }
}
