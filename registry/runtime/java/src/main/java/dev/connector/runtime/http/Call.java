package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.ErrorContext;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import java.time.Duration;

/**
 * One logical call: attempts, and what is done between them, until there is a result or an error.
 */
final class Call {

  private static final int MAX_REDIRECTS = 5;

  private final Pipeline pipeline;
  private final Request request;
  private final CallState state;
  private int retries;
  private int redirects;

  Call(Pipeline pipeline, Request request, CallState state) {
    this.pipeline = pipeline;
    this.request = request;
    this.state = state;
  }

  /** Makes the call, once. */
  Response run() {
    try {
      Outcome.Success success = succeed();
      Response response =
          new Response(
              success.status(),
              success.headers(),
              success.body(),
              state.correlationId(),
              state.attempts(),
              state.budget().elapsed());
      return pipeline.hooks().afterResponse(request, response);
    } catch (ApiException e) {
      pipeline.metrics().countError();
      throw reported(e);
    }
  }

  private ApiException reported(ApiException error) {
    ApiException complete = complete(error);
    try {
      return complete(pipeline.hooks().onError(request, complete));
    } catch (ApiException e) {
      return complete(e);
    }
  }

  private Outcome.Success succeed() {
    Request next = request;
    while (true) {
      Request sent = pipeline.hooks().beforeRequest(next, state.attempts() + 1);
      Outcome outcome = pipeline.attempts().make(sent, state);
      if (outcome instanceof Outcome.Success success) {
        return success;
      }
      if (outcome instanceof Outcome.Redirect redirect) {
        next = redirected(next, redirect);
      } else if (outcome instanceof Outcome.Failure failure) {
        recover(sent, failure);
      }
    }
  }

  private Request redirected(Request from, Outcome.Redirect redirect) {
    redirects++;
    if (redirects > MAX_REDIRECTS) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST, "redirected more than " + MAX_REDIRECTS + " times");
    }
    return from.redirected(redirect.status(), redirect.location());
  }

  /** Returns when there is reason for another attempt, and throws where there is none. */
  private void recover(Request sent, Outcome.Failure failure) {
    if (failure.code() == ErrorCode.AUTH_FAILED && pipeline.attempts().refresh(state)) {
      return;
    }
    boolean repeat = failure.repeat(sent.repeatable());
    ApiException error = error(failure, repeat);
    if (!repeat
        || retries >= pipeline.policy().retries().retries()
        || pipeline.attempts().stopped()) {
      throw error;
    }
    Duration delay = delay(error, failure.retryAfter());
    if (!state.budget().allows(delay)) {
      throw error;
    }
    retries++;
    pipeline.metrics().countRetry();
    state.cancellation().sleep(delay);
  }

  private Duration delay(ApiException error, Duration asked) {
    if (!asked.isZero() && !state.budget().allows(asked)) {
      throw new ApiException(
          ErrorCode.RATE_LIMIT,
          error.getMessage() + "; it asks to wait " + asked.toSeconds() + " s, beyond the budget",
          error);
    }
    Duration own = pipeline.delay(retries);
    Duration least = longer(own, asked);
    return longer(pipeline.hooks().onRetry(request, complete(error), least), asked);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** A refusal to exceed a limit is retryable by the caller even where a repetition is not ours. */
  private static ApiException error(Outcome.Failure failure, boolean repeat) {
    return new ApiException(
        failure.code(),
        failure.message(),
        failure.cause().orElse(null),
        repeat || failure.code() == ErrorCode.RATE_LIMIT,
        ErrorContext.NONE);
  }

  private ApiException complete(ApiException error) {
    return state.complete(error, request.endpoint());
  }
}
