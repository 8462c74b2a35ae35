package dev.connector.spec.engine;

import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.http.ApiClientBuilder;
import dev.connector.runtime.http.AttemptListener;
import dev.connector.runtime.settings.Addresses;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.Interceptor;

/**
 * The settings that a definition declares, checked, and a client of its API.
 *
 * @param settings what the user configured, for placeholders
 */
record Connection(Values settings, ApiClient client) implements AutoCloseable {

  /**
   * Checks the settings and makes the client; sends nothing.
   *
   * @param watchers of everything that goes over the wire
   */
  static Connection open(
      Definition definition,
      Environment environment,
      AttemptListener attempts,
      List<Interceptor> watchers) {
    Map<String, String> configured = environment.settings();
    Site site = Site.of(definition, configured, environment);
    Values settings = site.settings();
    Addresses addresses = site.addresses();
    Audience audience = new Audience(definition, site);
    ApiClientBuilder client =
        ApiClient.builder(definition.name(), definition.version())
            .baseUrl(site.base().toString())
            .policy(environment.policy())
            .listener(attempts)
            .authentication(
                new AuthenticationTranslation(
                        settings, addresses, scheme -> environment.tokens(audience.of(scheme)))
                    .first(definition.authentication(), definition::variable))
            .http(GuardedSockets.client(environment.boundaries(), watchers));
    environment.secrets(configured).forEach(client::secret);
    defaults(client, definition, settings);
    definition
        .endpoint()
        .hosts()
        .forEach(host -> client.host(addresses.resolve(settings.text(host))));
    site.bases(definition).forEach(client::baseUrl);
    new LimitTranslation(definition.limits()).apply(client);
    errors(definition).forEach(client::errorRule);
    return new Connection(settings, client.build());
  }

  private static void defaults(ApiClientBuilder client, Definition definition, Values settings) {
    for (Map.Entry<String, Template> header : definition.endpoint().headers().entrySet()) {
      settings.texts(header.getValue()).forEach(value -> client.header(header.getKey(), value));
    }
    for (Map.Entry<String, List<Template>> query : definition.endpoint().query().entrySet()) {
      List<String> texts =
          query.getValue().stream().flatMap(value -> settings.texts(value).stream()).toList();
      if (!texts.isEmpty()) {
        client.query(query.getKey(), texts.toArray(String[]::new));
      }
    }
  }

  private static Stream<dev.connector.runtime.http.ErrorRule> errors(Definition definition) {
    return definition.errors().stream().flatMap(rule -> ErrorTranslation.rules(rule).stream());
  }

  @Override
  public void close() {
    client.close();
  }
}
