package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Endpoint;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Patience;
import dev.connector.runtime.message.Request;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Makes attempts: one request, sent once, from the gate before it to the event after it. */
final class Attempts {

  private final RequestEncoder encoder;
  private final Authorizer authorizer;
  private final Gate gate;
  private final Transport transport;
  private final Observers observers;

  Attempts(
      RequestEncoder encoder,
      Authorizer authorizer,
      Gate gate,
      Transport transport,
      Observers observers) {
    this.encoder = encoder;
    this.authorizer = authorizer;
    this.gate = gate;
    this.transport = transport;
    this.observers = observers;
  }

  /** Waits for its turn, sends the request and reads the answer. */
  Outcome make(Request request, CallState call) {
    okhttp3.Request plain =
        encoder
            .encode(request, call)
            .newBuilder()
            .tag(Endpoint.class, request.endpoint()) // says what it is for to who watches the wire
            .tag(Patience.class, new Patience(call.budget(), call.cancellation(), transport.http()))
            .build();
    try (Gate.Permit permit = gate.enter(request.operation(), call.budget(), call.cancellation())) {
      okhttp3.Request authorized;
      try {
        authorized = authorizer.authorize(plain, call);
      } catch (ApiException failure) {
        return withoutCredential(failure);
      }
      call.budget().check();
      return send(authorized, request.endpoint(), call, permit);
    }
  }

  /** Nothing was sent, so another attempt does no harm; it may find the token endpoint well. */
  private static Outcome withoutCredential(ApiException failure) {
    if (!failure.retryable()) {
      throw failure;
    }
    return new Outcome.Silence(
        failure.code(), failure.getMessage(), Optional.ofNullable(failure.getCause()), true);
  }

  Metrics metrics() {
    return observers.metrics();
  }

  /** Whether a fresh credential is at hand after a 401; asked for once in a call. */
  boolean refresh(CallState call) {
    return authorizer.refresh(call);
  }

  /** See {@link Authorizer#withoutCredential}. */
  HttpUrl withoutCredential(HttpUrl url) {
    return authorizer.withoutCredential(url);
  }

  /** Whether the circuit is open, so that another attempt would not pass. */
  boolean stopped() {
    return gate.open();
  }

  private Outcome send(
      okhttp3.Request authorized, Endpoint endpoint, CallState call, Gate.Permit permit) {
    call.sending(authorized);
    observers.metrics().countRequest();
    Duration before = call.budget().elapsed();
    Optional<ErrorCode> error = Optional.empty();
    try {
      Outcome outcome = transport.send(authorized, call, permit);
      if (outcome instanceof Outcome.Failure failure) {
        error = Optional.of(failure.code());
      }
      return outcome;
    } catch (ApiException e) {
      error = Optional.of(e.code());
      throw e;
    } finally {
      observers.attempted(
          new AttemptEvent(
              endpoint,
              call.attempts(),
              call.status(),
              error,
              call.budget().elapsed().minus(before),
              call.correlationId(),
              gate.limits()));
    }
  }
}
