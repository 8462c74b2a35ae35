package dev.connector.runtime.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.Headers;

/**
 * A successful answer: the status is 2xx and the body was read to its end.
 *
 * @param status the HTTP status, 200 to 299
 * @param headers the headers as received; names ignore case
 * @param body the JSON document; a missing node where the body was empty
 * @param correlationId the id sent with each attempt of the call
 * @param attempts the number of requests that were needed, at least 1
 * @param duration from the start of the call, waits included
 */
public record Response(
    int status,
    Headers headers,
    JsonNode body,
    String correlationId,
    int attempts,
    Duration duration) {

  /**
   * Reads the whole body as a value of this type.
   *
   * @throws ApiException with {@link ErrorCode#VALIDATION_ERROR} where it does not fit
   */
  public <T> T as(Class<T> type) {
    try {
      return Json.read(body, type);
    } catch (ApiException failure) {
      throw new ApiException(
          failure.code(),
          failure.getMessage(),
          failure.getCause(),
          failure.retryable(),
          context(Optional.empty()));
    }
  }

  /** Where a failure belongs that comes to light only after this answer was given. */
  public ErrorContext context(Endpoint endpoint) {
    return context(Optional.of(endpoint));
  }

  private ErrorContext context(Optional<Endpoint> endpoint) {
    return new ErrorContext(endpoint, correlationId, OptionalInt.of(status), attempts, duration);
  }

  /** Leaves out headers and body, which may hold secrets and personal data. */
  @Override
  public String toString() {
    return "Response[status="
        + status
        + ", correlationId="
        + correlationId
        + ", attempts="
        + attempts
        + ", duration="
        + duration.toMillis()
        + "ms]";
  }
}
