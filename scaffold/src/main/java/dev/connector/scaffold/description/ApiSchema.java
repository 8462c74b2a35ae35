package dev.connector.scaffold.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a value looks like: a view of the document that follows references and joins {@code allOf}
 * when asked and not before, so that a recursive schema is no trouble. Two views of the same place
 * are equal.
 */
public final class ApiSchema {

  private static final int MOST_REFERENCES = 20;

  private final References references;
  private final String place;
  private final JsonNode node;
  private final Optional<String> name;
  private Optional<List<ApiSchema>> parts = Optional.empty();
  private Optional<Map<String, ApiSchema>> properties = Optional.empty();

  private ApiSchema(References references, String place, JsonNode node, Optional<String> name) {
    this.references = references;
    this.place = place;
    this.node = node;
    this.name = name;
  }

  /** The schema at a place; a reference is followed at once, and a dangling one allows anything. */
  public static ApiSchema of(References references, String place, JsonNode node) {
    String at = place;
    JsonNode found = node;
    Optional<String> name = Optional.empty();
    for (int i = 0; i < MOST_REFERENCES && found.path("$ref").isTextual(); i++) {
      String reference = found.path("$ref").textValue();
      Optional<References.Target> target = references.find(at, reference);
      if (target.isEmpty()) {
        return new ApiSchema(references, at, MissingNode.getInstance(), name);
      }
      at = target.get().place();
      found = target.get().node();
      name =
          Optional.of(at.substring(at.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~"));
    }
    return new ApiSchema(references, at, found, name);
  }

  /** Where it is in the document, {@code #/components/schemas/User}. */
  public String place() {
    return place;
  }

  /** The document's own words, references and all; missing where a reference dangles. */
  public JsonNode node() {
    return node;
  }

  /** What the document calls it, where it was referred to by name. */
  public Optional<String> name() {
    return name;
  }

  /** The types that are allowed; where none is said, those that the other words speak of. */
  public Set<String> types() {
    Set<String> types = new LinkedHashSet<>();
    for (ApiSchema part : parts()) {
      JsonNode type = part.node.path("type");
      if (type.isTextual()) {
        types.add(type.textValue());
      }
      type.forEach(it -> types.add(it.asText()));
    }
    if (types.isEmpty()) {
      if (has("properties") || has("additionalProperties")) {
        types.add("object");
      } else if (has("items")) {
        types.add("array");
      }
    }
    return types;
  }

  public boolean isObject() {
    return types().contains("object");
  }

  public boolean isArray() {
    return types().contains("array");
  }

  /** Whether null is allowed. */
  public boolean nullable() {
    return types().contains("null")
        || parts().stream().anyMatch(it -> it.node.path("nullable").asBoolean());
  }

  /** The properties of an object, those of all joined parts, in the order of the document. */
  public Map<String, ApiSchema> properties() {
    if (properties.isEmpty()) {
      Map<String, ApiSchema> found = new LinkedHashMap<>();
      for (ApiSchema part : parts()) {
        part.node
            .path("properties")
            .properties()
            .forEach(
                it ->
                    found.put(
                        it.getKey(),
                        of(references, part.below("properties", it.getKey()), it.getValue())));
      }
      properties = Optional.of(Collections.unmodifiableMap(found));
    }
    return properties.get();
  }

  public Optional<ApiSchema> property(String property) {
    return Optional.ofNullable(properties().get(property));
  }

  public Set<String> required() {
    Set<String> required = new LinkedHashSet<>();
    parts().forEach(part -> part.node.path("required").forEach(it -> required.add(it.asText())));
    return required;
  }

  /** What the elements of an array look like. */
  public Optional<ApiSchema> items() {
    return child("items");
  }

  /** What members look like whose names are data. */
  public Optional<ApiSchema> additional() {
    return child("additionalProperties");
  }

  /** Of which it is one, or several: {@code oneOf} and {@code anyOf}. */
  public List<ApiSchema> alternatives() {
    List<ApiSchema> alternatives = new ArrayList<>();
    for (ApiSchema part : parts()) {
      for (String word : List.of("oneOf", "anyOf")) {
        JsonNode list = part.node.path(word);
        for (int i = 0; i < list.size(); i++) {
          alternatives.add(of(references, part.below(word, String.valueOf(i)), list.path(i)));
        }
      }
    }
    return alternatives;
  }

  public String title() {
    return text("title");
  }

  public String description() {
    return text("description");
  }

  /** {@code date-time}, {@code int64}; empty where nothing is said. */
  public String format() {
    return text("format");
  }

  public String pattern() {
    return text("pattern");
  }

  /** The only values there are; empty where any is allowed. */
  public List<JsonNode> values() {
    List<JsonNode> values = new ArrayList<>();
    word("enum").ifPresent(list -> list.forEach(values::add));
    word("const").ifPresent(values::add);
    return values;
  }

  public Optional<JsonNode> defaultValue() {
    return word("default");
  }

  /** The document's own example, of several the first. */
  public Optional<JsonNode> example() {
    return word("example")
        .or(() -> word("examples").map(it -> it.path(0)).filter(it -> !it.isMissingNode()));
  }

  public Optional<BigDecimal> minimum() {
    return word("minimum").filter(JsonNode::isNumber).map(JsonNode::decimalValue);
  }

  public Optional<BigDecimal> maximum() {
    return word("maximum").filter(JsonNode::isNumber).map(JsonNode::decimalValue);
  }

  public boolean writeOnly() {
    return word("writeOnly").filter(JsonNode::asBoolean).isPresent();
  }

  public boolean readOnly() {
    return word("readOnly").filter(JsonNode::asBoolean).isPresent();
  }

  public boolean deprecated() {
    return word("deprecated").filter(JsonNode::asBoolean).isPresent();
  }

  /** A word of the schema or of a part of it; the schema's own comes first. */
  public Optional<JsonNode> word(String word) {
    return parts().stream()
        .map(it -> it.node.path(word))
        .filter(it -> !it.isMissingNode())
        .findFirst();
  }

  private boolean has(String word) {
    return word(word).filter(it -> !it.isBoolean() || it.asBoolean()).isPresent();
  }

  private String text(String word) {
    return word(word).filter(JsonNode::isTextual).map(JsonNode::textValue).orElse("");
  }

  private Optional<ApiSchema> child(String word) {
    return parts().stream()
        .filter(it -> it.node.path(word).isObject())
        .findFirst()
        .map(it -> of(references, it.place + "/" + word, it.node.path(word)));
  }

  /** It, and all that is joined to it by {@code allOf}, each once. */
  private List<ApiSchema> parts() {
    if (parts.isEmpty()) {
      Map<String, ApiSchema> joined = new LinkedHashMap<>();
      join(this, joined);
      parts = Optional.of(List.copyOf(joined.values()));
    }
    return parts.get();
  }

  private static void join(ApiSchema schema, Map<String, ApiSchema> joined) {
    if (joined.putIfAbsent(schema.place, schema) != null) {
      return;
    }
    JsonNode all = schema.node.path("allOf");
    for (int i = 0; i < all.size(); i++) {
      join(of(schema.references, schema.below("allOf", String.valueOf(i)), all.path(i)), joined);
    }
  }

  private String below(String word, String member) {
    return place + "/" + word + "/" + member.replace("~", "~0").replace("/", "~1");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiSchema schema && schema.place.equals(place);
  }

  @Override
  public int hashCode() {
    return place.hashCode();
  }

  @Override
  public String toString() {
    return "schema at " + place;
  }
}
