package dev.connector.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** How one attempt ended. */
sealed interface Outcome {

  /** The API answered with a success whose body could be read. */
  record Success(int status, Headers headers, JsonNode body) implements Outcome {}

  /** The API points elsewhere; whether to go there is for the call to decide. */
  record Redirect(int status, HttpUrl location) implements Outcome {}

  /** There is no result. */
  sealed interface Failure extends Outcome {

    ErrorCode code();

    String message();

    Optional<Throwable> cause();

    /** How long the API asks to wait; zero where it does not. */
    Duration retryAfter();

    /** Whether to send the request again, which may be harmless or not where it was executed. */
    boolean repeat(boolean harmless);
  }

  /**
   * The API answered with anything else.
   *
   * @param transientFault whether the same request may do better in a moment
   */
  record Refusal(
      int status,
      ErrorCode code,
      String message,
      Optional<Throwable> cause,
      boolean transientFault,
      Duration retryAfter)
      implements Failure {

    @Override
    public boolean repeat(boolean harmless) {
      return transientFault && harmless;
    }
  }

  /**
   * The API did not answer, or not to the end.
   *
   * @param unsent whether the request surely never reached the server
   */
  record Silence(ErrorCode code, String message, Optional<Throwable> cause, boolean unsent)
      implements Failure {

    @Override
    public Duration retryAfter() {
      return Duration.ZERO;
    }

    @Override
    public boolean repeat(boolean harmless) {
      return unsent || harmless;
    }
  }
}
