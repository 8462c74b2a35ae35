package dev.connector.scaffold.corpus.simulator;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.RequestTemplate;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.Setting;
import dev.connector.spec.definition.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values for the settings of a definition that fit what the description says of the parameters they
 * end in, as those of a user would.
 */
final class FittingSettings {

  private final DescribedOperations described;
  private final Definition definition;

  FittingSettings(DescribedOperations described, Definition definition) {
    this.described = described;
    this.definition = definition;
  }

  /** What reading a resource and its parents takes, by the name of the setting. */
  Map<String, String> of(String resource) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String each : line(resource)) {
      Resource read = definition.resources().get(each);
      RequestTemplate request =
          read.operations().get(read.reading().operation().orElseThrow()).request();
      described.of(request).ifPresent(it -> fit(request, it, values));
    }
    return values;
  }

  /** A resource, its parent, and so on. */
  private List<String> line(String resource) {
    List<String> line = new ArrayList<>();
    Optional<String> next = Optional.of(resource);
    while (next.isPresent()) {
      line.add(next.get());
      next = definition.resources().get(next.get()).reading().parent().map(Parent::resource);
    }
    return line;
  }

  private void fit(RequestTemplate request, ApiOperation operation, Map<String, String> values) {
    described
        .variables(request)
        .forEach(
            (ours, theirs) ->
                parameter(operation, ApiParameter.In.PATH, theirs, "{" + ours + "}", values));
    Map<String, List<Template>> query = new LinkedHashMap<>(definition.endpoint().query());
    query.putAll(request.query());
    query.forEach(
        (name, texts) ->
            parameter(operation, ApiParameter.In.QUERY, name, texts.get(0).text(), values));
    Map<String, Template> headers = new LinkedHashMap<>(definition.endpoint().headers());
    headers.putAll(request.headers());
    headers.forEach(
        (name, text) -> parameter(operation, ApiParameter.In.HEADER, name, text.text(), values));
    Optional<ApiSchema> body =
        operation.body().stream()
            .flatMap(it -> it.json().or(() -> it.contents().stream().findFirst()).stream())
            .flatMap(it -> it.schema().stream())
            .findFirst();
    fields(request.payload())
        .forEach(
            (name, text) ->
                body.flatMap(it -> it.property(name))
                    .flatMap(it -> FittingText.of(it, Optional.empty()))
                    .ifPresent(it -> set(text, it, values)));
  }

  private static Map<String, String> fields(Payload payload) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (payload instanceof Payload.Json json) {
      json.body()
          .value()
          .properties()
          .forEach(it -> fields.put(it.getKey(), it.getValue().asText()));
    } else if (payload instanceof Payload.Form form) {
      form.fields().forEach((name, text) -> fields.put(name, text.text()));
    }
    return fields;
  }

  private void parameter(
      ApiOperation operation,
      ApiParameter.In in,
      String name,
      String text,
      Map<String, String> values) {
    operation.parameters().stream()
        .filter(it -> it.in() == in)
        .filter(
            it ->
                in == ApiParameter.In.HEADER
                    ? it.name().equalsIgnoreCase(name)
                    : it.name().equals(name))
        .findFirst()
        .flatMap(it -> FittingText.of(it.schema(), it.example()))
        .ifPresent(it -> set(text, it, values));
  }

  private void set(String text, String value, Map<String, String> values) {
    String name = text.startsWith("{") ? text.substring(1, text.length() - 1) : "";
    Setting setting = definition.settings().get(name);
    if (setting != null
        && setting.defaultValue().isEmpty()
        && (setting.values().isEmpty() || setting.values().contains(value))) {
      values.putIfAbsent(name, value);
    }
  }
}
