package dev.connector.spec.conformance.check;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.connector.Event;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.spec.conformance.mock.MockApi;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A read whose first record is not let go of. */
final class Held {

  /** How long it is watched. Too short makes the check blind at times, and wrong never. */
  private static final Duration WATCHED = Duration.ofMillis(300);

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final Cancellation cancellation = new Cancellation();

  private Held() {}

  /**
   * How many requests for a list were sent while its first record was held; a negative number where
   * none came at all.
   */
  static int requests(Connector connector, ReadRequest request, MockApi mock, String list)
      throws InterruptedException {
    Held held = new Held();
    Thread reader = new Thread(() -> held.read(connector, request), "held-read");
    reader.start();
    try {
      if (!held.arrived.await(30, TimeUnit.SECONDS)) {
        return -1;
      }
      Thread.sleep(WATCHED.toMillis());
      return mock.requests(list).size();
    } finally {
      held.cancellation.cancel();
      held.released.countDown();
      reader.join(30_000);
    }
  }

  private void read(Connector connector, ReadRequest request) {
    try {
      connector.read(request, this::take, cancellation);
    } catch (ApiException cancelled) {
      // as it should be
    }
  }

  private void take(Event event) {
    if (!(event instanceof Event.Record)) {
      return;
    }
    arrived.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
