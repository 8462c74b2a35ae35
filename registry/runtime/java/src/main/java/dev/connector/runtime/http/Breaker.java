package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.BreakerPolicy;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.util.concurrent.TimeUnit;

/**
 * Leaves a failing API alone. A window of the last n attempts, all of which failed, is n failures
 * in a row; any answer that is not a server error ends the row.
 */
final class Breaker {

  private final CircuitBreaker circuit;
  private int generation;

  Breaker(String name, BreakerPolicy policy) {
    CircuitBreakerConfig config =
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(policy.failures())
            // Half open, the library takes the lesser of this and the trials, and would decide on
            // fewer trials where there are more of them than failures in a row.
            .minimumNumberOfCalls(Math.max(policy.failures(), policy.trials()))
            .failureRateThreshold(100)
            .waitDurationInOpenState(policy.open())
            .permittedNumberOfCallsInHalfOpenState(policy.trials())
            .writableStackTraceEnabled(false)
            .build();
    this.circuit = CircuitBreaker.of(name, config);
    circuit.getEventPublisher().onStateTransition(event -> generation++);
  }

  /** Whether the circuit has opened and nobody has asked to pass since. */
  synchronized boolean open() {
    return circuit.getState() == State.OPEN;
  }

  /**
   * Lets one attempt pass.
   *
   * @throws ApiException with {@link ErrorCode#CIRCUIT_OPEN} where none may
   */
  synchronized Pass enter() {
    try {
      circuit.acquirePermission();
      return new Pass(generation);
    } catch (CallNotPermittedException e) {
      throw new ApiException(
          ErrorCode.CIRCUIT_OPEN, "nothing was sent: the API failed too often of late", e);
    }
  }

  /** The right to make one attempt; closing it without a verdict hands it back unused. */
  final class Pass implements AutoCloseable {

    private final int issuedIn;
    private boolean decided;

    private Pass(int issuedIn) {
      this.issuedIn = issuedIn;
    }

    /** This pass, or a new one where the circuit has changed its state while its owner waited. */
    Pass renewed() {
      synchronized (Breaker.this) {
        return issuedIn == generation ? this : enter();
      }
    }

    void succeeded() {
      decide(() -> circuit.onSuccess(0, TimeUnit.NANOSECONDS));
    }

    void failed() {
      decide(
          () -> {
            circuit.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException("failed attempt"));
            if (circuit.getState() == State.HALF_OPEN) {
              circuit.transitionToOpenState(); // the library would wait for the other trials
            }
          });
    }

    @Override
    public void close() {
      decide(circuit::releasePermission);
    }

    /** An attempt that began before the circuit changed its state says nothing about the new. */
    private void decide(Runnable verdict) {
      synchronized (Breaker.this) {
        if (!decided && issuedIn == generation) {
          verdict.run();
        }
        decided = true;
      }
    }
  }
}
