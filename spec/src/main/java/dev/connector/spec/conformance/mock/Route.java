package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.Template;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The requests that are for one operation.
 *
 * @param prefix the path of the base URL
 */
record Route(OperationName name, Operation operation, String prefix) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

  /**
   * A request that fits.
   *
   * @param path the values of the path's placeholders
   * @param variables the values of all placeholders
   * @param exactness how much of the request is as the definition has it, to the letter
   */
  record Match(
      Route route, Map<String, String> path, Map<String, String> variables, int exactness) {
    Match {
      path = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(path));
      variables = Map.copyOf(variables);
    }
  }

  /** A route to each operation of a definition. */
  static List<Route> all(Definition definition, Filled settings) {
    List<Route> routes = new ArrayList<>();
    for (var resource : definition.resources().entrySet()) {
      for (var operation : resource.getValue().operations().entrySet()) {
        Template base =
            operation.getValue().request().baseUrl().orElse(definition.endpoint().baseUrl());
        routes.add(
            new Route(
                new OperationName(resource.getKey(), operation.getKey()),
                operation.getValue(),
                MockEnvironment.path(settings, base)));
      }
    }
    return routes;
  }

  Optional<Match> match(Incoming request) {
    if (!operation.request().method().equals(request.seen().method())) {
      return Optional.empty();
    }
    Map<String, String> path = new LinkedHashMap<>();
    String template = prefix + operation.request().path().text();
    if (!read(template, "([^/]+)", request.seen().path(), path)) {
      return Optional.empty();
    }
    path.replaceAll((name, value) -> URLDecoder.decode(value, StandardCharsets.UTF_8));
    Map<String, String> variables = new LinkedHashMap<>(path);
    int exact = PLACEHOLDER.matcher(template).replaceAll("").length() * 1000;
    for (var parameter : operation.request().query().entrySet()) {
      Optional<String> sent =
          Optional.ofNullable(request.seen().url().queryParameter(parameter.getKey()));
      for (Template expected : parameter.getValue()) {
        boolean literal = expected.placeholders().isEmpty();
        boolean fits = sent.isPresent() && read(expected.text(), "(.+)", sent.get(), variables);
        if (literal && !fits) {
          return Optional.empty();
        }
        exact += literal ? 10 : 0;
      }
    }
    int body = body(request, variables);
    return body < 0
        ? Optional.empty()
        : Optional.of(new Match(this, path, variables, exact + body));
  }

  /** How many literals of the body are there, or a negative number where one is missing. */
  private int body(Incoming request, Map<String, String> variables) {
    Payload payload = operation.request().payload();
    if (payload instanceof Payload.Json json) {
      return json(json.body().value(), request.json(), variables);
    }
    if (payload instanceof Payload.GraphQl graph) {
      boolean same = request.json().path("query").asText().equals(graph.document());
      return same
          ? json(graph.variables().value(), request.json().path("variables"), variables)
          : -1;
    }
    if (payload instanceof Payload.Form form) {
      form.fields()
          .forEach(
              (name, value) ->
                  Optional.ofNullable(request.form().get(name))
                      .ifPresent(sent -> read(value.text(), "(.+)", sent, variables)));
    }
    return 0;
  }

  private static int json(JsonNode template, JsonNode sent, Map<String, String> variables) {
    List<Integer> inner = new ArrayList<>();
    if (template.isObject()) {
      template
          .properties()
          .forEach(it -> inner.add(json(it.getValue(), sent.path(it.getKey()), variables)));
    } else if (template.isArray()) {
      for (int i = 0; i < template.size(); i++) {
        inner.add(json(template.get(i), sent.path(i), variables));
      }
    } else if (template.isTextual() && PLACEHOLDER.matcher(template.asText()).find()) {
      if (!sent.isMissingNode() && !sent.isContainerNode()) {
        read(template.asText(), "(.+)", sent.asText(), variables);
      }
      return 0;
    } else {
      return template.asText().equals(sent.asText()) && !sent.isMissingNode() ? 1 : -1;
    }
    return inner.stream().anyMatch(it -> it < 0)
        ? -1
        : inner.stream().mapToInt(Integer::intValue).sum();
  }

  /** Reads a text by a template, {{ and }} being literal braces. */
  private static boolean read(
      String template, String value, String text, Map<String, String> variables) {
    StringBuilder expression = new StringBuilder();
    List<String> names = new ArrayList<>();
    Matcher holes = PLACEHOLDER.matcher(template);
    int from = 0;
    while (holes.find()) {
      expression.append(literal(template.substring(from, holes.start()))).append(value);
      names.add(holes.group(1));
      from = holes.end();
    }
    Matcher found =
        Pattern.compile(expression + literal(template.substring(from)), Pattern.DOTALL)
            .matcher(text);
    if (!found.matches()) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      variables.put(names.get(i), found.group(i + 1));
    }
    return true;
  }

  private static String literal(String text) {
    return text.isEmpty() ? "" : Pattern.quote(text.replace("{{", "{").replace("}}", "}"));
  }
}
