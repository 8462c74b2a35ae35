package dev.connector.runtime.http;

import dev.connector.runtime.message.Budget;
import dev.connector.runtime.message.Cancellation;
import okhttp3.Headers;

/**
 * What every attempt passes before it is sent. The order matters: an open circuit refuses at once;
 * rate tokens are taken only by those who have a slot, so that none is saved up; and the circuit is
 * asked again after the waits.
 */
final class Gate {

  private final Breaker breaker;
  private final Slots slots;
  private final Throttle throttle;

  Gate(Breaker breaker, Slots slots, Throttle throttle) {
    this.breaker = breaker;
    this.slots = slots;
    this.throttle = throttle;
  }

  /** Waits for the permission to send one request of this operation. */
  Permit enter(String operation, Budget budget, Cancellation cancellation) {
    cancellation.check();
    budget.check();
    Breaker.Pass pass = breaker.enter();
    try {
      slots.acquire(budget, cancellation);
      return throttled(pass, operation, budget, cancellation);
    } catch (RuntimeException e) {
      pass.close();
      throw e;
    }
  }

  private Permit throttled(
      Breaker.Pass pass, String operation, Budget budget, Cancellation cancellation) {
    try {
      throttle.acquire(operation, budget, cancellation);
      try {
        return new Permit(pass.renewed());
      } catch (RuntimeException e) {
        throttle.done();
        throw e;
      }
    } catch (RuntimeException e) {
      slots.release();
      throw e;
    }
  }

  /** Whether the circuit is open, so that a retry would not pass. */
  boolean open() {
    return breaker.open();
  }

  LimitState limits() {
    return throttle.state();
  }

  /** The permission to send one request, held until its answer was read. */
  final class Permit implements AutoCloseable {

    private final Breaker.Pass pass;

    private Permit(Breaker.Pass pass) {
      this.pass = pass;
    }

    /** The server answered; a server error counts against it. */
    void answered(int status, Headers headers) {
      throttle.observe(status, headers);
      if (status >= 500) {
        pass.failed();
      } else {
        pass.succeeded();
      }
    }

    /** The server did not answer in time or at all. */
    void unanswered() {
      pass.failed();
    }

    @Override
    public void close() {
      pass.close();
      throttle.done();
      slots.release();
    }
  }
}
