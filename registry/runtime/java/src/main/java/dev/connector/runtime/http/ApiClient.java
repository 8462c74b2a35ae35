package dev.connector.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Incremental;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.PageSource;
import dev.connector.runtime.paging.RecordStream;
import dev.connector.runtime.settings.Deadlines;
import okhttp3.HttpUrl;

/** Calls one API, by all the rules of its policy: blocking, and safe for use by many threads. */
public final class ApiClient implements AutoCloseable {

  private final String name;
  private final RequestEncoder encoder;
  private final Pipeline pipeline;
  private final Calls calls;
  private final Transport transport;

  ApiClient(
      String name, RequestEncoder encoder, Pipeline pipeline, Calls calls, Transport transport) {
    this.name = name;
    this.encoder = encoder;
    this.pipeline = pipeline;
    this.calls = calls;
    this.transport = transport;
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
    return calls.run(cancellation, own -> pipeline.call(request, own));
  }

  /**
   * Asks for one record, which lies where the listing says.
   *
   * @throws ApiException with {@link ErrorCode#NOT_FOUND} where the answer has none
   */
  public <T> T one(Listing listing, Class<T> type) {
    RecordStream<T> found = list(listing, type);
    if (!found.hasNext()) {
      throw new ApiException(
          ErrorCode.NOT_FOUND, listing.request().operation() + " answered without a record");
    }
    return found.next();
  }

  /** Reads a list of records lazily, page by page. */
  public RecordStream<JsonNode> list(Listing listing) {
    return list(listing, JsonNode.class);
  }

  /** Reads a list lazily; each record becomes a value of this type, typically a record. */
  public <T> RecordStream<T> list(Listing listing, Class<T> type) {
    return new RecordStream<>(
        pages(), listing, found -> Json.read(found, type), new Cancellation());
  }

  /** Reads what changed since a checkpoint; {@link Checkpoint#NONE} reads everything. */
  public <T> ChangeStream<T> changes(
      Listing listing, Incremental incremental, Checkpoint since, Class<T> type) {
    return new ChangeStream<>(
        pages(), listing, incremental, since, found -> Json.read(found, type));
  }

  /** What this client has done since it was built. */
  public Metrics metrics() {
    return pipeline.metrics();
  }

  /** This client, as readers of pages see it. */
  public PageSource pages() {
    return new Source();
  }

  /**
   * Refuses further calls with {@link ErrorCode#CANCELLED}, waits for those in flight up to {@link
   * Deadlines#close}, then cancels them. Closing twice is harmless.
   */
  @Override
  public void close() {
    calls.close();
    transport.close();
  }

  @Override
  public String toString() {
    return "ApiClient[" + name + ", " + metrics() + "]";
  }

  private final class Source implements PageSource {

    @Override
    public Response send(Request request, Cancellation cancellation) {
      return ApiClient.this.send(request, cancellation);
    }

    @Override
    public HttpUrl url(Request request) {
      return encoder.url(request);
    }

    @Override
    public HttpUrl withoutCredential(HttpUrl url) {
      return pipeline.attempts().withoutCredential(url);
    }

    @Override
    public void countRecord() {
      metrics().countRecords(1);
    }
  }
}
