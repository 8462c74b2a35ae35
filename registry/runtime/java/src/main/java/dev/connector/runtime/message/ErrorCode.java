package dev.connector.runtime.message;

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
  /** A limit is reached: the API's, or that of the client on waiting calls and waiting times. */
  RATE_LIMIT(true),
  /** The request is wrong: the API refused it, or it leads where this client may not go. */
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
  /** The caller cancelled, interrupted the thread or closed the client, or a hook gave up. */
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

  /** What a status other than 2xx means where the API declares nothing else. */
  public static ErrorCode of(int status) {
    switch (status) {
      case 401:
        return AUTH_FAILED;
      case 403:
        return FORBIDDEN;
      case 404:
      case 410:
        return NOT_FOUND;
      case 408:
        return TIMEOUT;
      case 409:
      case 412:
      case 423:
        return CONFLICT;
      case 425:
        return SERVER_ERROR;
      case 429:
        return RATE_LIMIT;
      default:
        return status >= 500 ? SERVER_ERROR : INVALID_REQUEST;
    }
  }
}
