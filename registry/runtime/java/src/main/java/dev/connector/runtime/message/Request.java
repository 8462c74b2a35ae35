package dev.connector.runtime.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** One call of an API, before any credential: immutable, so each method returns a changed copy. */
public final class Request {

  private final Endpoint endpoint;
  private final Parameters parameters;
  private final Content content;
  private final Optional<HttpUrl> target;
  private final Repetition repetition;

  private Request(
      Endpoint endpoint,
      Parameters parameters,
      Content content,
      Optional<HttpUrl> target,
      Repetition repetition) {
    this.endpoint = endpoint;
    this.parameters = parameters;
    this.content = content;
    this.target = target;
    this.repetition = repetition;
  }

  /** A request of any method; {@code path} is a template such as {@code /contacts/{contactId}}. */
  public static Request of(String method, String operation, String path) {
    return new Request(
        new Endpoint(operation, method, path),
        Parameters.NONE,
        new Content.None(),
        Optional.empty(),
        new Repetition.ByMethod());
  }

  public static Request get(String operation, String path) {
    return of("GET", operation, path);
  }

  public static Request post(String operation, String path) {
    return of("POST", operation, path);
  }

  public static Request put(String operation, String path) {
    return of("PUT", operation, path);
  }

  public static Request patch(String operation, String path) {
    return of("PATCH", operation, path);
  }

  public static Request delete(String operation, String path) {
    return of("DELETE", operation, path);
  }

  /** Fills a placeholder of the path; the value is percent-encoded. */
  public Request variable(String name, String value) {
    return with(parameters.variable(name, value));
  }

  /** Sets a query parameter to one or several values, in place of those it had; none removes it. */
  public Request query(String name, String... values) {
    return with(parameters.query(name, values));
  }

  /** Sets a query parameter to these values, in place of those it had; none removes it. */
  public Request query(String name, List<String> values) {
    return query(name, values.toArray(String[]::new));
  }

  /** Sets a query parameter where there is a value for it. */
  public Request query(String name, Optional<String> value) {
    return value.map(it -> query(name, it)).orElse(this);
  }

  /** Sets a header, in place of the value it had or the client's default. */
  public Request header(String name, String value) {
    return with(parameters.header(name, value));
  }

  /** Sets a header where there is a value for it. */
  public Request header(String name, Optional<String> value) {
    return value.map(it -> header(name, it)).orElse(this);
  }

  /** Sends a JSON document, in place of the body there was. */
  public Request body(JsonNode json) {
    return with(new Content.Json(json));
  }

  /** Sends a JSON document where there is one. */
  public Request body(Optional<JsonNode> json) {
    return json.map(this::body).orElse(this);
  }

  /** Sets a field of a form, which takes the place of any other kind of body. */
  public Request form(String name, String... values) {
    Map<String, List<String>> fields =
        content instanceof Content.Form form ? form.fields() : Map.of();
    return with(new Content.Form(Copies.with(fields, name, List.of(values))));
  }

  /** Sets a field of a form to these values; none leaves the request as it is. */
  public Request form(String name, List<String> values) {
    return values.isEmpty() ? this : form(name, values.toArray(String[]::new));
  }

  /** Sets a field of a form where there is a value for it. */
  public Request form(String name, Optional<String> value) {
    return value.map(it -> form(name, it)).orElse(this);
  }

  /**
   * Goes to an absolute URL that the API gave, such as the link to the next page, instead of the
   * path and query of this request. Only declared hosts are called.
   */
  public Request at(HttpUrl url) {
    return new Request(endpoint, parameters, content, Optional.of(url), repetition);
  }

  /** Declares that this request only reads, so that it may be retried whatever its method. */
  public Request safe() {
    return new Request(endpoint, parameters, content, target, new Repetition.Safe());
  }

  /**
   * Sends a key in this header that is new for each call and the same on each attempt, so that the
   * API recognises a retry. A value set with {@link #header} is kept.
   */
  public Request idempotencyKey(String header) {
    return new Request(endpoint, parameters, content, target, new Repetition.Keyed(header));
  }

  /**
   * The request that a redirect asks for. One that was to change something is repeated elsewhere
   * only where the status says so (307, 308) or what is there is to be read (303).
   *
   * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} where it is not followed
   */
  public Request redirected(int status, HttpUrl location) {
    boolean reads = method().equals("GET") || method().equals("HEAD");
    if (reads || status == 307 || status == 308) {
      return at(location);
    }
    if (status == 303) {
      Endpoint read = new Endpoint(operation(), "GET", path());
      return new Request(
          read, parameters, new Content.None(), Optional.of(location), new Repetition.ByMethod());
    }
    throw new ApiException(
        ErrorCode.INVALID_REQUEST, "refused to follow a redirect (" + status + ") of " + method());
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public String operation() {
    return endpoint.operation();
  }

  public String method() {
    return endpoint.method();
  }

  /** The path template, without values. */
  public String path() {
    return endpoint.path();
  }

  public Map<String, String> variables() {
    return parameters.variables();
  }

  public Map<String, List<String>> query() {
    return parameters.query();
  }

  public Headers headers() {
    return parameters.headers();
  }

  public Content content() {
    return content;
  }

  /** The absolute URL set with {@link #at}. */
  public Optional<HttpUrl> target() {
    return target;
  }

  /** Whether sending this request a second time does no harm. */
  public boolean repeatable() {
    return repetition.harmless(method());
  }

  /** The header that carries the idempotency key, where there is none yet. */
  public Optional<String> keyHeader() {
    return repetition instanceof Repetition.Keyed keyed
        ? Optional.of(keyed.header()).filter(header -> headers().get(header) == null)
        : Optional.empty();
  }

  private Request with(Parameters changed) {
    return new Request(endpoint, changed, content, target, repetition);
  }

  private Request with(Content changed) {
    return new Request(endpoint, parameters, changed, target, repetition);
  }

  /** Names the endpoint only: values may be secret. */
  @Override
  public String toString() {
    return endpoint.toString();
  }
}
