package dev.connector.spec.definition;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where this API needs other defaults than the runtime's; users still override them.
 *
 * @param deadline for one attempt, 30 seconds unless said
 * @param retries after the first attempt, 3 unless said
 * @param budget for one call with all attempts and waits, 60 seconds unless said
 */
public record PolicyDefaults(
    Optional<Duration> deadline, Optional<Integer> retries, Optional<Duration> budget) {

  public PolicyDefaults {
    Objects.requireNonNull(deadline);
    Objects.requireNonNull(retries);
    Objects.requireNonNull(budget);
  }

  /** The runtime's own defaults. */
  public static PolicyDefaults none() {
    return new PolicyDefaults(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
