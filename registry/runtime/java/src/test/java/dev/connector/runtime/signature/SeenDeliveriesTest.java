package dev.connector.runtime.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.runtime.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenDeliveriesTest {

  private final MovingClock clock = new MovingClock(Instant.parse("2026-01-31T12:00:00Z"));

  @Test
  void hook2_theMemoryForIdsIsBoundedInNumberAndTime() {
    SeenDeliveries seen = new SeenDeliveries(3, Duration.ofHours(1), clock);
    for (String id : List.of("a", "b", "c", "d", "e")) {
      assertThat(seen.add(id)).isTrue();
      assertThat(seen.size()).isLessThanOrEqualTo(3);
    }
    assertThat(seen.add("e")).isFalse();
    assertThat(seen.add("c")).isFalse();
    clock.pass(Duration.ofMinutes(61));
    assertThat(seen.add("f")).isTrue();
    assertThat(seen.size()).isEqualTo(1);
  }
}
