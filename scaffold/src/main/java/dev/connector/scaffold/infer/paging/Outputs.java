package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiResponse;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what a response carries beside its records: no arrays, and nothing far down. */
final class Outputs {

  private static final int DEEPEST = 5;
  private static final int DEEPEST_BY_ANY_NAME = 2;
  private static final int MOST = 400;

  private final Lexicon lexicon;
  private final String records;
  private final Optional<ApiSchema> record;
  private final Map<List<String>, Output> found = new LinkedHashMap<>();

  private Outputs(Lexicon lexicon, Collection collection) {
    this.lexicon = lexicon;
    this.records =
        collection.records().value().map(Records::at).map(Object::toString).orElse("") + "/";
    this.record = collection.record();
  }

  static List<Output> of(ApiOperation operation, Collection collection, Lexicon lexicon) {
    Outputs outputs = new Outputs(lexicon, collection);
    List<Output> all = new ArrayList<>();
    operation.success().ifPresent(it -> outputs.response(it, all));
    all.addAll(outputs.found.values());
    return all;
  }

  private void response(ApiResponse response, List<Output> headers) {
    response
        .headers()
        .forEach(
            (name, header) ->
                headers.add(
                    new Output(
                        response.place(),
                        new Source.Header(name),
                        List.of(name),
                        header.schema(),
                        header.description().toLowerCase(Locale.ROOT),
                        Optional.empty())));
    Optional<ApiContent> json = response.json();
    json.flatMap(ApiContent::schema).ifPresent(it -> schema(it, List.of(), ""));
    json.flatMap(it -> it.examples().stream().findFirst())
        .ifPresent(it -> example(it.place(), it.value(), List.of(), ""));
  }

  private void schema(ApiSchema schema, List<String> path, String at) {
    for (Map.Entry<String, ApiSchema> property : properties(schema).entrySet()) {
      ApiSchema value = property.getValue();
      if (found.size() >= MOST || record.filter(value::equals).isPresent() || value.isArray()) {
        continue;
      }
      List<String> below = below(path, property.getKey());
      found.putIfAbsent(below, Output.body(value.place(), below, value));
      String inside = at + "/" + property.getKey();
      if (isWorthALook(below, inside)) {
        schema(value, below, inside);
      }
    }
  }

  /** Its own, or those of what it may be one of. */
  private static Map<String, ApiSchema> properties(ApiSchema schema) {
    if (!schema.properties().isEmpty()) {
      return schema.properties();
    }
    Map<String, ApiSchema> properties = new LinkedHashMap<>();
    schema
        .alternatives()
        .forEach(one -> one.properties().forEach((name, it) -> properties.putIfAbsent(name, it)));
    return properties;
  }

  private void example(String place, JsonNode value, List<String> path, String at) {
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (found.size() >= MOST || member.getValue().isArray()) {
        continue;
      }
      List<String> below = below(path, member.getKey());
      Output known = found.get(below);
      found.put(
          below,
          known == null
              ? Output.example(place, below, member.getValue())
              : known.with(member.getValue()));
      String inside = at + "/" + member.getKey();
      if (isWorthALook(below, inside)) {
        example(place, member.getValue(), below, inside);
      }
    }
  }

  private boolean isWorthALook(List<String> path, String at) {
    String name = path.get(path.size() - 1);
    return path.size() < DEEPEST_BY_ANY_NAME
        || path.size() < DEEPEST
            && (records.startsWith(at + "/") || lexicon.knows("pagingKey", name));
  }

  private static List<String> below(List<String> path, String name) {
    List<String> below = new ArrayList<>(path);
    below.add(name);
    return below;
  }
}
