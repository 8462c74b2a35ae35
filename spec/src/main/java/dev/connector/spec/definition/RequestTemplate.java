package dev.connector.spec.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A request with placeholders.
 *
 * @param method in capitals
 * @param baseUrl where this request goes to another host than the rest
 * @param path starts with a slash and is appended to the base URL
 * @param query several values repeat the parameter
 */
public record RequestTemplate(
    String method,
    Optional<Template> baseUrl,
    Template path,
    Map<String, List<Template>> query,
    Map<String, Template> headers,
    Payload payload) {

  public RequestTemplate {
    Objects.requireNonNull(method);
    Objects.requireNonNull(baseUrl);
    Objects.requireNonNull(path);
    query = Ordered.copy(query);
    headers = Ordered.copy(headers);
    Objects.requireNonNull(payload);
    InvalidDefinitionException.unless(
        payload instanceof Payload.None || !(method.equals("GET") || method.equals("HEAD")),
        "a " + method + " request has a body",
        "make \"method\" POST, or move the body's values to \"query\"");
  }

  /** The same request, with this base URL unless it has one of its own. */
  public RequestTemplate at(Template otherwise) {
    return new RequestTemplate(
        method, Optional.of(baseUrl.orElse(otherwise)), path, query, headers, payload);
  }

  /** Every placeholder the request has, in order of appearance. */
  public Set<String> placeholders() {
    Set<String> names = new LinkedHashSet<>();
    baseUrl.ifPresent(url -> names.addAll(url.placeholders()));
    names.addAll(path.placeholders());
    query.values().forEach(values -> values.forEach(value -> names.addAll(value.placeholders())));
    headers.values().forEach(value -> names.addAll(value.placeholders()));
    names.addAll(payload.placeholders());
    return names;
  }
}
