package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Sends one request once: everything that OkHttp would do on its own account is switched off. */
final class Transport implements AutoCloseable {

  private static final String HIDDEN = "Retry-After-As-Sent";

  private final OkHttpClient http;
  private final ResponseDecoder decoder;
  private final Duration limit;

  /** Each attempt may take as long as {@code limit}, or what is left of its call's budget. */
  Transport(OkHttpClient http, ResponseDecoder decoder, Duration limit) {
    this.decoder = decoder;
    this.limit = limit;
    this.http =
        http.newBuilder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .authenticator(Authenticator.NONE)
            .cookieJar(CookieJar.NO_COOKIES)
            .cache(null)
            .connectTimeout(Duration.ZERO) // the deadline of the attempt bounds all of it
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .addInterceptor(Transport::showRetryAfter)
            .addNetworkInterceptor(Transport::hideRetryAfter)
            .build();
  }

  /** Hides the header from OkHttp, which would obey a zero by itself and fail on a large number. */
  private static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.code() == 503 ? renamed(response, "Retry-After", HIDDEN) : response;
  }

  private static Response showRetryAfter(Interceptor.Chain chain) throws IOException {
    return renamed(chain.proceed(chain.request()), HIDDEN, "Retry-After");
  }

  private static Response renamed(Response response, String from, String to) {
    String value = response.header(from);
    return value == null
        ? response
        : response.newBuilder().removeHeader(from).header(to, value).build();
  }

  /** What connects, resolves names and trusts certificates. */
  OkHttpClient http() {
    return http;
  }

  /**
   * Sends a request and reads its answer, both within one deadline.
   *
   * @throws ApiException with {@link ErrorCode#CANCELLED}, as soon as that happens
   */
  Outcome send(Request request, CallState call, Gate.Permit permit) {
    Duration deadline = call.budget().atMost(limit);
    Call exchange = http.newCall(request);
    exchange.timeout().timeout(deadline.toNanos(), TimeUnit.NANOSECONDS);
    Cancellation.Registration registration = call.cancellation().onCancel(exchange::cancel);
    try (Response response = exchange.execute()) {
      call.answered(response.code());
      Outcome outcome = decoder.decode(response, call.redactor());
      permit.answered(response.code(), response.headers());
      return outcome;
    } catch (IOException e) {
      call.cancellation().check();
      Outcome silence = silence(e, deadline);
      permit.unanswered();
      return silence;
    } finally {
      registration.remove();
    }
  }

  private static Outcome silence(IOException cause, Duration deadline) {
    if (cause instanceof InterruptedIOException) {
      if (Thread.currentThread().isInterrupted()) {
        throw new ApiException(ErrorCode.CANCELLED, "the calling thread was interrupted", cause);
      }
      return new Outcome.Silence(
          ErrorCode.TIMEOUT,
          "no complete answer within " + deadline.toMillis() + " ms",
          Optional.of(cause),
          false);
    }
    return new Outcome.Silence(
        ErrorCode.NETWORK_ERROR, "no complete answer: " + cause, Optional.of(cause), unsent(cause));
  }

  /** Failures that come before the first byte of a request is written. */
  private static boolean unsent(IOException cause) {
    return cause instanceof ConnectException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException
        || cause instanceof SSLHandshakeException;
  }

  /** Closes the idle connections. */
  @Override
  public void close() {
    http.connectionPool().evictAll();
  }
}
