package dev.connector.runtime.message;

import java.time.Duration;
import java.util.OptionalInt;

/** The one failure of this package; its {@link #code} is what programs decide by. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ErrorCode code;
  private final boolean retryable;
  private final transient ErrorContext context;

  public ApiException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public ApiException(ErrorCode code, String message, Throwable cause) {
    this(code, message, cause, code.retryable(), ErrorContext.NONE);
  }

  public ApiException(
      ErrorCode code, String message, Throwable cause, boolean retryable, ErrorContext context) {
    super(message, cause);
    this.code = code;
    this.retryable = retryable;
    this.context = context;
  }

  public ErrorCode code() {
    return code;
  }

  /** The HTTP status of the last answer; empty where there was none. */
  public OptionalInt status() {
    return context().status();
  }

  /** Whether the same call, unchanged, may succeed later and may be repeated without harm. */
  public boolean retryable() {
    return retryable;
  }

  /** The id sent with each attempt; empty outside a call. */
  public String correlationId() {
    return context().correlationId();
  }

  /** The operation, such as {@code contacts.list}; empty outside a call. */
  public String operation() {
    return context().endpoint().map(Endpoint::operation).orElse("");
  }

  /** The HTTP method; empty outside a call. */
  public String method() {
    return context().endpoint().map(Endpoint::method).orElse("");
  }

  /** The path template, without values; empty outside a call. */
  public String path() {
    return context().endpoint().map(Endpoint::path).orElse("");
  }

  /** How many requests were sent. */
  public int attempts() {
    return context().attempts();
  }

  /** From the start of the call, waits included. */
  public Duration duration() {
    return context().duration();
  }

  ErrorContext context() {
    return context == null ? ErrorContext.NONE : context; // absent after deserialization
  }

  @Override
  public String toString() {
    return "ApiException: " + code + ": " + getMessage() + " (" + context() + ")";
  }
}
