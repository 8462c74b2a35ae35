package dev.connector.runtime.message;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where in its work a call was when it failed; each part is absent where the call did not get so
 * far.
 *
 * @param endpoint what was called
 * @param correlationId the id sent with each attempt; empty where no call was started
 * @param status the HTTP status of the last answer
 * @param attempts how many requests were sent
 * @param duration from the start of the call, waits included
 */
public record ErrorContext(
    Optional<Endpoint> endpoint,
    String correlationId,
    OptionalInt status,
    int attempts,
    Duration duration) {

  /** The context of a failure outside any call, such as a missing setting. */
  public static final ErrorContext NONE =
      new ErrorContext(Optional.empty(), "", OptionalInt.empty(), 0, Duration.ZERO);

  @Override
  public String toString() {
    return endpoint.map(it -> "operation " + it + ", ").orElse("")
        + (status.isPresent() ? "status " + status.getAsInt() + ", " : "")
        + (correlationId.isEmpty() ? "" : "correlation id " + correlationId + ", ")
        + "attempts "
        + attempts
        + ", "
        + duration.toMillis()
        + " ms";
  }
}
