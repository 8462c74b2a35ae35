package dev.connector.runtime.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.Patience;
import dev.connector.runtime.message.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;

/**
 * Sends the requests that carry secrets to obtain tokens. Each is bounded by a deadline, follows no
 * redirect, and fails with a message that shows none of the secrets.
 */
final class TokenHttp {
  private static final long MAX_BYTES = 1 << 20;
  private static final int MAX_HINT = 200;

  private final Duration deadline;
  private final KnownSecrets secrets;

  TokenHttp(Duration deadline, KnownSecrets secrets) {
    this.deadline = deadline;
    this.secrets = secrets;
  }

  Response send(okhttp3.Request request, Patience patience) {
    String host = request.url().host();
    Call exchange = http(patience).newCall(request);
    exchange.timeout().timeout(patience.budget().atMost(deadline).toNanos(), TimeUnit.NANOSECONDS);
    Cancellation.Registration registration = patience.cancellation().onCancel(exchange::cancel);
    try (okhttp3.Response answer = exchange.execute()) {
      String text = answer.peekBody(MAX_BYTES).string();
      if (!answer.isSuccessful()) {
        throw refused(host, answer.code(), text);
      }
      return new Response(answer.code(), answer.headers(), parse(host, text), "", 1, Duration.ZERO);
    } catch (InterruptedIOException late) {
      patience.cancellation().check();
      if (Thread.currentThread().isInterrupted()) {
        throw new ApiException(ErrorCode.CANCELLED, "interrupted while asking " + host);
      }
      throw new ApiException(ErrorCode.TIMEOUT, host + " gave no token in time", late);
    } catch (IOException failure) {
      patience.cancellation().check();
      throw new ApiException(ErrorCode.NETWORK_ERROR, host + " could not be asked", failure);
    } finally {
      registration.remove();
    }
  }

  /** The client of the call that needs the token, so that it goes no other way than the call. */
  private static OkHttpClient http(Patience patience) {
    return patience
        .http()
        .newBuilder()
        .connectTimeout(Duration.ZERO) // the deadline of the exchange bounds all of it
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .retryOnConnectionFailure(false) // a refresh token that rotates may be sent once only
        .followRedirects(false)
        .followSslRedirects(false)
        .build();
  }

  /** The failure of an answer without a token, with the reason that the server gave. */
  ApiException failed(String host, JsonNode answer) {
    return new ApiException(ErrorCode.AUTH_FAILED, host + " gave no token" + reason(answer));
  }

  private ApiException refused(String host, int status, String text) {
    String redirect = status / 100 == 3 ? ", a redirect that is not followed" : "";
    return new ApiException(
        code(status), host + " answered " + status + redirect + reason(readable(text)));
  }

  private static ErrorCode code(int status) {
    if (status == 429) {
      return ErrorCode.RATE_LIMIT;
    }
    return status >= 500 || status == 408 ? ErrorCode.SERVER_ERROR : ErrorCode.AUTH_FAILED;
  }

  private static JsonNode parse(String host, String text) {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException broken) {
      // The cause would quote the answer, which may hold a token.
      throw new ApiException(ErrorCode.AUTH_FAILED, host + " gave no JSON for a token");
    }
  }

  private static JsonNode readable(String text) {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  private String reason(JsonNode answer) {
    String error = answer.path("error").asText();
    String description = answer.path("error_description").asText();
    String reason =
        secrets.redact((error + " " + description).strip()).replaceAll("\\p{Cntrl}", " ");
    return reason.isEmpty() ? "" : ": " + reason.substring(0, Math.min(reason.length(), MAX_HINT));
  }
}
