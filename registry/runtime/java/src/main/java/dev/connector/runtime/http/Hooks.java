package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The hooks of a client as one, in order of priority. */
final class Hooks {

  private final List<Hook> ordered;

  Hooks(List<Hook> hooks) {
    this.ordered =
        hooks.stream()
            .sorted(Comparator.comparingInt(Hook::priority))
            .collect(Collectors.toUnmodifiableList());
  }

  Request beforeRequest(Request request, int attempt) {
    return fold(request, (hook, it) -> hook.beforeRequest(it, attempt));
  }

  Response afterResponse(Request request, Response response) {
    return fold(response, (hook, it) -> hook.afterResponse(request, it));
  }

  ApiException onError(Request request, ApiException error) {
    return fold(error, (hook, it) -> hook.onError(request, it));
  }

  Duration onRetry(Request request, ApiException error, Duration delay) {
    return fold(delay, (hook, it) -> hook.onRetry(request, error, it));
  }

  private <T> T fold(T value, BiFunction<Hook, T, T> step) {
    T result = value;
    for (Hook hook : ordered) {
      try {
        result = step.apply(hook, result);
      } catch (ApiException e) {
        throw e;
      } catch (RuntimeException e) {
        throw new ApiException(ErrorCode.CANCELLED, "a hook gave up: " + e.getMessage(), e);
      }
    }
    return result;
  }
}
