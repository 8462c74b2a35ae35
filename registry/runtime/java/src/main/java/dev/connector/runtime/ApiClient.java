package dev.connector.runtime;

import com.fasterxml.jackson.databind.JsonNode;
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
    HttpUrl url = url(request);
    RequestBody body =
        request.content() instanceof Content.Json
            ? RequestBody.create(
                Json.text(((Content.Json) request.content()).value()),
                MediaType.get("application/json"))
            : null;
    okhttp3.Request http1 =
        new okhttp3.Request.Builder()
            .url(url)
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

  /** Reads a list of records lazily, page by page. */
  public RecordStream<JsonNode> list(Listing listing) {
    return list(listing, JsonNode.class);
  }

  /** Reads a list lazily; each record becomes a value of this type, typically a record. */
  public <T> RecordStream<T> list(Listing listing, Class<T> type) {
    return new RecordStream<>(this, listing, found -> Json.read(found, type), new Cancellation());
  }

  /** Where a request goes: without the credential, which is no part of it. */
  HttpUrl url(Request request) {
    if (request.target().isPresent()) {
      return request.target().get();
    }
    HttpUrl.Builder url = HttpUrl.get(settings.baseUrl).newBuilder().encodedPath(request.path());
    request.query().forEach((n, vs) -> vs.forEach(v -> url.setQueryParameter(n, v)));
    return url.build();
  }

  @Override
  public void close() {}
}
