package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Budget;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.Endpoint;
import dev.connector.runtime.message.ErrorContext;
import dev.connector.runtime.settings.Redactor;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** What one logical call remembers from attempt to attempt; used by its own thread alone. */
final class CallState {

  private final String correlationId = UUID.randomUUID().toString();
  private final String idempotencyKey = UUID.randomUUID().toString();
  private final Budget budget;
  private final Cancellation cancellation;
  private Redactor redactor;
  private okhttp3.Request sent;
  private OptionalInt status = OptionalInt.empty();
  private int attempts;
  private boolean refreshed;

  CallState(Budget budget, Cancellation cancellation, Redactor redactor) {
    this.budget = budget;
    this.cancellation = cancellation;
    this.redactor = redactor;
  }

  String correlationId() {
    return correlationId;
  }

  /** The same on each attempt, so that the API recognises a repetition. */
  String idempotencyKey() {
    return idempotencyKey;
  }

  Budget budget() {
    return budget;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Knows every secret the call has used so far, those since replaced included. */
  Redactor redactor() {
    return redactor;
  }

  void learn(Set<String> secrets) {
    redactor = redactor.plus(secrets);
  }

  void sending(okhttp3.Request request) {
    sent = request;
    status = OptionalInt.empty();
    attempts++;
  }

  void answered(int code) {
    status = OptionalInt.of(code);
  }

  /** The last request, as it went over the wire. */
  okhttp3.Request sent() {
    return sent;
  }

  /** The status of the last attempt; empty where there was no answer. */
  OptionalInt status() {
    return status;
  }

  /** How many requests were sent. */
  int attempts() {
    return attempts;
  }

  /** True for the first who asks. */
  boolean mayRefresh() {
    boolean first = !refreshed;
    refreshed = true;
    return first;
  }

  /** The same error with all that is known of the call, and without secrets. */
  ApiException complete(ApiException error, Endpoint endpoint) {
    ErrorContext here =
        new ErrorContext(Optional.of(endpoint), correlationId, status, attempts, budget.elapsed());
    ApiException complete =
        new ApiException(
            error.code(),
            redactor.redact(String.valueOf(error.getMessage())),
            redactor.redact(error.getCause()),
            error.retryable(),
            here);
    complete.setStackTrace(error.getStackTrace());
    return complete;
  }
}
