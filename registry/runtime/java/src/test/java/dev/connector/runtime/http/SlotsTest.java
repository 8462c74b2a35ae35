package dev.connector.runtime.http;

import static dev.connector.runtime.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.Background;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Budget;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlotsTest {

  @Test
  @DisplayName("REQ-3 no slot is lost or doubled, however waits and cancellations fall together")
  void survivesCancellationsInAnyMoment() throws Exception {
    Slots slots = new Slots(2);
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Background background = new Background()) {
      background.all(
          8,
          () -> {
            for (int i = 0; i < 300; i++) {
              Cancellation cancellation = new Cancellation();
              if (ThreadLocalRandom.current().nextBoolean()) {
                background.start(
                    () -> {
                      cancellation.cancel();
                      return null;
                    });
              }
              try {
                slots.acquire(new Budget(Duration.ofSeconds(20)), cancellation);
              } catch (ApiException e) {
                continue;
              }
              most.accumulateAndGet(taken.incrementAndGet(), Math::max);
              Thread.onSpinWait();
              taken.decrementAndGet();
              slots.release();
            }
            return null;
          });
    }
    assertThat(most).hasValueLessThanOrEqualTo(2);
    for (int i = 0; i < 2; i++) {
      slots.acquire(new Budget(Duration.ofSeconds(1)), new Cancellation());
    }
    ApiException failure =
        failure(() -> slots.acquire(new Budget(Duration.ofMillis(20)), new Cancellation()));
    assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT);
  }
}
