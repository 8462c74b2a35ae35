package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.description.SchemaTypes;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A value that a response carries beside its records.
 *
 * @param path the names that lead to it; for a header its name alone
 * @param schema empty where only an example shows it
 * @param text what the document says about it, in small letters
 * @param example a value, where the document has one
 */
record Output(
    String place,
    Source source,
    List<String> path,
    Optional<ApiSchema> schema,
    String text,
    Optional<JsonNode> example) {

  Output {
    path = List.copyOf(path);
  }

  static Output body(String place, List<String> path, ApiSchema schema) {
    return new Output(
        place,
        new Source.Body(pointer(path)),
        path,
        Optional.of(schema),
        schema.description().toLowerCase(Locale.ROOT),
        schema.example());
  }

  static Output example(String place, List<String> path, JsonNode value) {
    return new Output(
        place, new Source.Body(pointer(path)), path, Optional.empty(), "", Optional.of(value));
  }

  /** The same, knowing a value. */
  Output with(JsonNode value) {
    return example.isPresent()
        ? this
        : new Output(place, source, path, schema, text, Optional.of(value));
  }

  private static JsonPointer pointer(List<String> path) {
    StringBuilder pointer = new StringBuilder();
    path.forEach(it -> pointer.append('/').append(it.replace("~", "~0").replace("/", "~1")));
    return JsonPointer.compile(pointer.toString());
  }

  String name() {
    return path.get(path.size() - 1);
  }

  boolean isHeader() {
    return source instanceof Source.Header;
  }

  /** What a person calls it: a pointer, or a header's name. */
  String title() {
    return source instanceof Source.Body body ? body.pointer().toString() : name();
  }

  /** How well it is known by its name and by the names around it, the best of them. */
  int weight(Lexicon lexicon, String kind) {
    int best = 0;
    String tail = "";
    for (int i = path.size() - 1; i >= 0 && i >= path.size() - 3; i--) {
      tail = path.get(i) + "." + tail;
      best = Math.max(best, lexicon.weight(kind, tail));
    }
    return best;
  }

  /** The types the document gives it, by an example where the schema is silent. */
  Set<String> types() {
    Set<String> types = new LinkedHashSet<>();
    schema.ifPresent(it -> types.addAll(it.types()));
    types.remove("null");
    if (types.isEmpty()) {
      example.flatMap(SchemaTypes::ofValue).ifPresent(types::add);
    }
    return types;
  }

  boolean mayBe(String... wanted) {
    Set<String> types = types();
    return types.isEmpty() || List.of(wanted).stream().anyMatch(types::contains);
  }
}
