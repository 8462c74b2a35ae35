package dev.connector.spec.definition;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the API is, and what every request to it carries.
 *
 * @param baseUrl an https URL without query; may hold settings as placeholders
 * @param hosts further hosts that links in responses may lead to
 * @param headers sent with every request
 * @param query sent with every request; several values repeat the parameter
 */
public record Endpoint(
    Template baseUrl,
    List<Template> hosts,
    Map<String, Template> headers,
    Map<String, List<Template>> query) {

  public Endpoint {
    Objects.requireNonNull(baseUrl);
    hosts = List.copyOf(hosts);
    headers = Ordered.copy(headers);
    query = Ordered.copy(query);
  }
}
