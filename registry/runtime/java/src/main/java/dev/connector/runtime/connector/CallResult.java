package dev.connector.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Response;

/**
 * What a call gave.
 *
 * @param data the body of the response; a missing node where it was empty
 * @param status the HTTP status, 200 to 299
 * @param attempts how many requests were needed
 */
public record CallResult(JsonNode data, int status, String correlationId, int attempts) {

  /** What the API answered, as it is. */
  public static CallResult of(Response response) {
    return new CallResult(
        response.body(), response.status(), response.correlationId(), response.attempts());
  }
}
