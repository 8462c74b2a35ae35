package dev.connector.runtime;

/** What went wrong, as a closed set of codes that programs may rely on. */
public enum ErrorCode {
  /** No response: the connection could not be made, was reset, or ended early. */
  NETWORK_ERROR(true),
  /** An attempt or the whole call took longer than its limit. */
  TIMEOUT(true),
  /** The credential was refused, also after one refresh. */
  AUTH_FAILED(false),
  /** The credential is valid but may not do this. */
  FORBIDDEN(false),
  /** There is no such record or path. */
  NOT_FOUND(false),
  /** The API's limit, or the wait it asks for, exceeds the budget of the call. */
  RATE_LIMIT(true),
  /** The API refused the request as wrong. */
  INVALID_REQUEST(false),
  /** The request contradicts the state of the record. */
  CONFLICT(false),
  /** The API failed. */
  SERVER_ERROR(true),
  /** A successful response whose body could not be read. */
  PARSING_ERROR(false),
  /** A record that does not fit its schema. */
  VALIDATION_ERROR(false),
  /** The circuit breaker is open; nothing was sent. */
  CIRCUIT_OPEN(true),
  /** The caller cancelled. */
  CANCELLED(false),
  /** The connector cannot do this. */
  UNSUPPORTED(false),
  /** A setting is missing or malformed; nothing was sent. */
  INVALID_CONFIG(false);

  private final boolean retryable;

  ErrorCode(boolean retryable) {
    this.retryable = retryable;
  }

  /** Whether the same call may succeed later, unchanged. */
  public boolean retryable() {
    return retryable;
  }
}
