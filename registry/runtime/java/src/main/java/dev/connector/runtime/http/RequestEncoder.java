package dev.connector.runtime.http;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Content;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.message.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Turns requests into HTTP, with everything on them but the credential. */
final class RequestEncoder {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Set<String> DOT_SEGMENTS =
      Set.of(".", "..", "%2e", "%2e%2e", ".%2e", "%2e.");
  private static final Set<String> BODILESS = Set.of("GET", "HEAD");
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final Origins origins;
  private final Defaults defaults;

  RequestEncoder(Origins origins, Defaults defaults) {
    this.origins = origins;
    this.defaults = defaults;
  }

  /**
   * Encodes a request for one attempt of a call. What the caller and the defaults say goes to the
   * origins of the base URLs alone: others see who calls, and nothing that might be a credential.
   */
  okhttp3.Request encode(Request request, CallState call) {
    HttpUrl url = origins.checked(url(request));
    boolean own = origins.own(url);
    boolean carriesBody = !(request.content() instanceof Content.None);
    if (!own && carriesBody) {
      throw invalid("refused to send a body to another origin");
    }
    if (carriesBody && BODILESS.contains(request.method())) {
      throw invalid(request.method() + " carries no body");
    }
    Headers.Builder headers = new Headers.Builder();
    if (own) {
      set(headers, defaults.headers());
      set(headers, request.headers());
      request.keyHeader().ifPresent(header -> headers.set(header, call.idempotencyKey()));
    }
    headers.set(defaults.correlationHeader(), call.correlationId());
    return new okhttp3.Request.Builder()
        .url(own ? withDefaults(url) : url)
        .headers(headers.build())
        .method(request.method(), body(request))
        .build();
  }

  private static void set(Headers.Builder all, Headers some) {
    some.names().forEach(all::removeAll);
    all.addAll(some);
  }

  /** Where a request goes, without the defaults. */
  HttpUrl url(Request request) {
    return request.target().orElseGet(() -> expanded(request));
  }

  private HttpUrl expanded(Request request) {
    HttpUrl base = origins.base(request.operation());
    String path = base.encodedPath().replaceAll("/$", "") + expand(request);
    HttpUrl.Builder url = base.newBuilder().encodedPath(path);
    request
        .query()
        .forEach((name, values) -> values.forEach(value -> url.addQueryParameter(name, value)));
    return url.build();
  }

  private HttpUrl withDefaults(HttpUrl url) {
    HttpUrl.Builder complete = url.newBuilder();
    defaults
        .query()
        .forEach(
            (name, values) -> {
              if (!url.queryParameterNames().contains(name)) {
                values.forEach(value -> complete.addQueryParameter(name, value));
              }
            });
    return complete.build();
  }

  private static String expand(Request request) {
    Set<String> unused = new HashSet<>(request.variables().keySet());
    Matcher placeholder = PLACEHOLDER.matcher(request.path());
    String path =
        placeholder.replaceAll(
            match -> {
              String name = match.group(1);
              unused.remove(name);
              String value = request.variables().getOrDefault(name, "");
              if (value.isEmpty()) {
                throw invalid("the path needs a value for {" + name + "}");
              }
              return Matcher.quoteReplacement(
                  URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
            });
    if (!unused.isEmpty()) {
      throw invalid("the path has no placeholder for " + unused);
    }
    for (String segment : path.split("/", -1)) {
      if (DOT_SEGMENTS.contains(segment.toLowerCase(Locale.ROOT))) {
        throw invalid("a value would lead out of the path");
      }
    }
    return path;
  }

  private static RequestBody body(Request request) {
    if (request.content() instanceof Content.Json json) {
      return RequestBody.create(Json.text(json.value()).getBytes(StandardCharsets.UTF_8), JSON);
    }
    if (request.content() instanceof Content.Form form) {
      FormBody.Builder body = new FormBody.Builder(StandardCharsets.UTF_8);
      form.fields().forEach((name, values) -> values.forEach(value -> body.add(name, value)));
      return body.build();
    }
    boolean needed = Set.of("POST", "PUT", "PATCH").contains(request.method());
    return needed ? RequestBody.EMPTY : null;
  }

  private static ApiException invalid(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}
