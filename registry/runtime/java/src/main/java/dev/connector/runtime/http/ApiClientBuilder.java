package dev.connector.runtime.http;

import dev.connector.runtime.auth.Authentication;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.Policy;
import dev.connector.runtime.settings.RateLimit;
import dev.connector.runtime.settings.Redactor;
import dev.connector.runtime.settings.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Collects what a client needs; {@link #build} reports everything wrong with it at once. */
public final class ApiClientBuilder {

  private static final String RUNTIME = "connector-runtime/1.0.0";

  private final String connector;
  private final String version;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, List<String>> query = new LinkedHashMap<>();
  private final Map<String, HttpUrl> bases = new LinkedHashMap<>();
  private final Set<HttpUrl> hosts = new LinkedHashSet<>();
  private final Set<String> secrets = new LinkedHashSet<>();
  private final List<RateLimit> rates = new ArrayList<>();
  private final List<RateLimitHeaders> rateLimitHeaders =
      new ArrayList<>(List.of(RateLimitHeaders.COMMON, RateLimitHeaders.IETF_EARLY));
  private final List<ErrorRule> errorRules = new ArrayList<>();
  private final List<Hook> hooks = new ArrayList<>();
  private final List<AttemptListener> listeners = new ArrayList<>();
  private Optional<HttpUrl> baseUrl = Optional.empty();
  private Headers headers = Headers.of("Accept", "application/json");
  private String correlationHeader = "X-Correlation-Id";
  private Authentication authentication = Authentication.none();
  private Policy policy = Policy.defaults();
  private Optional<OkHttpClient> http = Optional.empty();
  private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

  ApiClientBuilder(String connector, String version) {
    this.connector = connector;
    this.version = version;
    listeners.add(AttemptListener.logging(connector));
  }

  /** The URL below which all paths lie; its origin is the one the credential belongs to. */
  public ApiClientBuilder baseUrl(String url) {
    checked("baseUrl", () -> baseUrl = Optional.of(BaseUrl.parse(url)));
    return this;
  }

  /**
   * The URL below which the path of one operation lies, {@code files.upload}, where that is
   * elsewhere; the credential goes there as well.
   */
  public ApiClientBuilder baseUrl(String operation, String url) {
    checked("baseUrl of " + operation, () -> bases.put(operation, BaseUrl.parse(url)));
    return this;
  }

  /** A further origin that may be called, such as {@code https://files.example.com}. */
  public ApiClientBuilder host(String url) {
    checked("host", () -> hosts.add(BaseUrl.parse(url)));
    return this;
  }

  public ApiClientBuilder authentication(Authentication authentication) {
    this.authentication = authentication;
    return this;
  }

  public ApiClientBuilder policy(Policy policy) {
    this.policy = policy;
    return this;
  }

  /** A rate the API declares; all of them are kept together. */
  public ApiClientBuilder rateLimit(RateLimit limit) {
    rates.add(limit);
    return this;
  }

  /** Further headers in which this API reports what is left of a limit. */
  public ApiClientBuilder rateLimitHeaders(RateLimitHeaders names) {
    rateLimitHeaders.add(names);
    return this;
  }

  /** How this API says "error" in a body; earlier rules come first. */
  public ApiClientBuilder errorRule(ErrorRule rule) {
    errorRules.add(rule);
    return this;
  }

  /** A header on every request; {@code Accept} asks for JSON unless it says otherwise. */
  public ApiClientBuilder header(String name, String value) {
    checked("header " + name, () -> headers = headers.newBuilder().set(name, value).build());
    return this;
  }

  /** A query parameter on every request. */
  public ApiClientBuilder query(String name, String... values) {
    query.put(name, List.of(values));
    return this;
  }

  /** The header that carries the correlation id. */
  public ApiClientBuilder correlationHeader(String name) {
    correlationHeader = name;
    return this;
  }

  /** A value that must never be seen, besides those the authentication knows. */
  public ApiClientBuilder secret(Secret secret) {
    secrets.add(secret.reveal());
    return this;
  }

  public ApiClientBuilder hook(Hook hook) {
    hooks.add(hook);
    return this;
  }

  public ApiClientBuilder listener(AttemptListener listener) {
    listeners.add(listener);
    return this;
  }

  /** The HTTP client to start from, for proxies, certificates and name resolution. */
  public ApiClientBuilder http(OkHttpClient client) {
    http = Optional.of(client);
    return this;
  }

  /** What spreads the delays before retries, from 0 to 1. */
  public ApiClientBuilder random(DoubleSupplier source) {
    random = source;
    return this;
  }

  /**
   * Builds the client; nothing is sent yet.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming everything that is wrong
   */
  public ApiClient build() {
    String userAgent = userAgent();
    if (baseUrl.isEmpty() && problems.stream().noneMatch(it -> it.startsWith("baseUrl "))) {
      problems.add("baseUrl is missing");
    }
    if (!problems.isEmpty()) {
      throw new ApiException(ErrorCode.INVALID_CONFIG, String.join("; ", problems));
    }
    Origins origins = new Origins(baseUrl.orElseThrow(), bases, hosts);
    RequestEncoder encoder =
        new RequestEncoder(origins, new Defaults(headers, query, correlationHeader));
    Transport transport =
        new Transport(
            saying(userAgent, http.orElseGet(OkHttpClient::new)),
            new ResponseDecoder(errorRules, policy.capacity().bodyBytes()),
            policy.deadlines().attempt());
    Attempts attempts =
        new Attempts(
            encoder,
            new Authorizer(authentication, origins),
            gate(),
            transport,
            new Observers(listeners));
    Redactor redactor = new Redactor(secrets);
    Pipeline pipeline = new Pipeline(attempts, policy, redactor, random, new Hooks(hooks));
    Calls calls =
        new Calls(
            (long) policy.capacity().concurrent() + policy.capacity().waiting(),
            policy.deadlines().close());
    return new ApiClient(connector, encoder, pipeline, calls, transport);
  }

  private Gate gate() {
    List<RateLimit> kept = new ArrayList<>(rates);
    if (!policy.rates().isEmpty()) {
      kept.removeIf(rate -> !rate.narrow());
      kept.addAll(policy.rates());
    }
    return new Gate(
        new Breaker(connector, policy.breaker()),
        new Slots(policy.capacity().concurrent()),
        new Throttle(kept, rateLimitHeaders));
  }

  private String userAgent() {
    String userAgent = connector + "/" + version + " " + RUNTIME;
    checked("connector name and version", () -> Headers.of("User-Agent", userAgent));
    checked("correlationHeader", () -> Headers.of(correlationHeader, "id"));
    return userAgent;
  }

  /** Requests for tokens go by the same client, and have to say who asks as well. */
  private static OkHttpClient saying(String userAgent, OkHttpClient http) {
    return http.newBuilder()
        .addInterceptor(
            chain ->
                chain.proceed(chain.request().newBuilder().header("User-Agent", userAgent).build()))
        .build();
  }

  /** Remembers what is wrong without quoting the value, as OkHttp would. */
  private void checked(String setting, Runnable step) {
    try {
      step.run();
    } catch (ApiException e) {
      problems.add(setting + " " + e.getMessage());
    } catch (IllegalArgumentException e) {
      problems.add(setting + " holds a character HTTP does not allow");
    }
  }
}
