package dev.connector.runtime.http;

import static dev.connector.runtime.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.message.Budget;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  @Test
  @DisplayName("RETRY-4 a budget that ends while a call waits for its turn is a TIMEOUT")
  void budgetEndsBeforeTheBucketIsAsked() {
    Bucket bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(1).refillGreedy(1, Duration.ofSeconds(1)))
            .build();

    assertThat(
            failure(() -> Throttle.takeToken(bucket, new Budget(Duration.ZERO), new Cancellation()))
                .code())
        .isEqualTo(ErrorCode.TIMEOUT);
  }
}
