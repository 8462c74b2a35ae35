package dev.connector.runtime;

/** Collects what a client needs; {@link #build} reports everything wrong with it at once. */
public final class ApiClientBuilder {

  final String connector;
  final String version;
  String baseUrl = "";
  Authentication authentication = Authentication.none();

  ApiClientBuilder(String connector, String version) {
    this.connector = connector;
    this.version = version;
  }

  /** The URL below which all paths lie; its origin is the one the credential belongs to. */
  public ApiClientBuilder baseUrl(String url) {
    this.baseUrl = url;
    return this;
  }

  public ApiClientBuilder authentication(Authentication authentication) {
    this.authentication = authentication;
    return this;
  }

  public ApiClientBuilder policy(Policy policy) {
    return this;
  }

  public ApiClientBuilder rateLimit(RateLimit limit) {
    return this;
  }

  /** A header on every request. */
  public ApiClientBuilder header(String name, String value) {
    return this;
  }

  /** A query parameter on every request. */
  public ApiClientBuilder query(String name, String value) {
    return this;
  }

  public ApiClient build() {
    return new ApiClient(this);
  }
}
