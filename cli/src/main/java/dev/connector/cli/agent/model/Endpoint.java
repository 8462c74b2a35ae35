package dev.connector.cli.agent.model;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Where a model is asked, and with which key. Anything but this machine is called over TLS only.
 *
 * @param base ends without a slash
 */
record Endpoint(Provider provider, HttpUrl base, Optional<Credential> credential) {

  Endpoint {
    Objects.requireNonNull(provider);
    Objects.requireNonNull(credential);
    if (!base.isHttps() && !loopback(base)) {
      throw new ConnectorException(
          Kind.USAGE,
          "a model is asked without TLS on this machine only, and "
              + base.host()
              + " is another one",
          "give its https address with --base-url");
    }
  }

  /** An address as somebody wrote it. */
  static HttpUrl address(String written) {
    HttpUrl url = HttpUrl.parse(written.strip());
    if (url == null || url.querySize() > 0 || url.fragment() != null) {
      throw unusable("is no base URL of a model's API");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw unusable("has a password in it");
    }
    return url;
  }

  private static ConnectorException unusable(String why) {
    return new ConnectorException(
        Kind.USAGE,
        "the address given for the model " + why,
        "give one such as --base-url http://localhost:11434/v1");
  }

  /** Whether an address is this machine's, by its name alone. */
  static boolean loopback(HttpUrl url) {
    String host = url.host();
    return host.equals("localhost")
        || host.equals("::1")
        || host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  /** Whether it is the provider's own, rather than a server that speaks as it does. */
  boolean own() {
    return base.host().equals(provider.base().host());
  }

  Request.Builder request(String path) {
    Request.Builder request =
        new Request.Builder()
            .url(base.newBuilder().addPathSegments(path).build())
            .header("User-Agent", "connector");
    credential.ifPresent(it -> it.sign(request));
    return request;
  }

  /** As a user knows it, such as {@code localhost:11434}. */
  String host() {
    boolean usual = base.port() == HttpUrl.defaultPort(base.scheme());
    return usual ? base.host() : base.host() + ":" + base.port();
  }

  /** The variable that holds its key, or would. */
  String keyVariable() {
    return credential.map(Credential::variable).orElse(provider.keyVariable());
  }

  String hidden(String text) {
    return credential.map(it -> it.hidden(text)).orElse(text);
  }
}
