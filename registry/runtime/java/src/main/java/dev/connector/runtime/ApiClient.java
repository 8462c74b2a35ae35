package dev.connector.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;

/** Calls one API: blocking, and safe for use by many threads. */
public final class ApiClient implements AutoCloseable {

  private final ApiClientBuilder settings;
  private final OkHttpClient http = new OkHttpClient();

  ApiClient(ApiClientBuilder settings) {
    this.settings = settings;
  }

  /** Starts a client for the connector of this name and version. */
  public static ApiClientBuilder builder(String connector, String version) {
    return new ApiClientBuilder(connector, version);
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @throws ApiException for every answer that is not a success, and for no answer at all
   */
  public Response send(Request request) {
    return send(request, new Cancellation());
  }

  /** Sends a request that the caller may cancel. */
  public Response send(Request request, Cancellation cancellation) {
    HttpUrl.Builder url =
        request
            .target()
            .map(HttpUrl::newBuilder)
            .orElseGet(
                () -> HttpUrl.get(settings.baseUrl).newBuilder().encodedPath(request.path()));
    request.query().forEach((n, vs) -> vs.forEach(v -> url.setQueryParameter(n, v)));
    RequestBody body =
        request.content() instanceof Content.Json
            ? RequestBody.create(
                Json.text(((Content.Json) request.content()).value()),
                MediaType.get("application/json"))
            : null;
    okhttp3.Request http1 =
        new okhttp3.Request.Builder()
            .url(url.build())
            .headers(request.headers())
            .method(request.method(), body)
            .build();
    String id = UUID.randomUUID().toString();
    try (okhttp3.Response r = http.newCall(settings.authentication.authorize(http1)).execute()) {
      String text = r.body().string();
      if (!r.isSuccessful()) {
        throw new ApiException(
            ErrorCode.SERVER_ERROR,
            "answered " + r.code(),
            null,
            true,
            new ErrorContext(
                Optional.of(request.endpoint()), id, OptionalInt.of(r.code()), 1, Duration.ZERO));
      }
      return new Response(r.code(), r.headers(), Json.parse(text), id, 1, Duration.ZERO);
    } catch (IOException e) {
      throw new ApiException(ErrorCode.NETWORK_ERROR, "no answer", e);
    }
  }

  @Override
  public void close() {}
}
