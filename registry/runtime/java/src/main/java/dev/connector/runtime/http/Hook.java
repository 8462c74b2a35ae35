package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import java.time.Duration;

/**
 * Takes part in every call of a client: may change what passes through, and aborts the call by
 * throwing, an {@link ApiException} as it is and anything else as {@link ErrorCode#CANCELLED}.
 * Hooks never see a credential, and must be safe for use by many threads.
 */
public interface Hook {

  /** Hooks of lower priority come first. */
  default int priority() {
    return 0;
  }

  /** Before each attempt; {@code attempt} counts from 1. */
  default Request beforeRequest(Request request, int attempt) {
    return request;
  }

  /** After a success, before the caller has it. */
  default Response afterResponse(Request request, Response response) {
    return response;
  }

  /** When a call has failed for good; returns what the caller gets. */
  default ApiException onError(Request request, ApiException error) {
    return error;
  }

  /** Before a retry; returns how long to wait, which never undercuts what the API asked for. */
  default Duration onRetry(Request request, ApiException error, Duration delay) {
    return delay;
  }
}
