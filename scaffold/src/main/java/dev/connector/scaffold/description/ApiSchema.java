package dev.connector.scaffold.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a value looks like: a view of the document that follows references and joins {@code allOf}
 * when asked and not before, so that a recursive schema is no trouble. Two views of the same place
 * are equal, whatever was said beside the references that led there.
 */
public final class ApiSchema {

  /** Of more schemas than these {@code allOf} joins the first only. */
  public static final int MOST_PARTS = 500;

  private final References references;
  private final References.Target target;
  private final Optional<String> name;
  private final List<References.Target> beside;
  private final boolean nullOnTheWay;
  private Optional<List<ApiSchema>> parts = Optional.empty();
  private Optional<Set<String>> types = Optional.empty();
  private Optional<Map<String, ApiSchema>> properties = Optional.empty();
  private Optional<List<ApiSchema>> alternatives = Optional.empty();

  private ApiSchema(References references, SchemaPath path) {
    this.references = references;
    this.target = path.target();
    this.name = path.name();
    this.beside = path.beside();
    this.nullOnTheWay = path.nullable();
  }

  private ApiSchema(References references, References.Target target) {
    this.references = references;
    this.target = target;
    this.name = Optional.empty();
    this.beside = List.of();
    this.nullOnTheWay = false;
  }

  /**
   * The schema at a place. A reference is followed at once, and so is a wrapper of one other
   * schema: {@code anyOf} of it and null, {@code allOf} of it alone. A dangling one allows
   * anything.
   */
  public static ApiSchema of(References references, String place, JsonNode node) {
    SchemaPath path = SchemaPath.follow(references, new References.Target(place, node));
    return path.beside().isEmpty() && !path.nullable() && path.name().isPresent()
        ? references.shared(path.target().place(), () -> new ApiSchema(references, path))
        : new ApiSchema(references, path);
  }

  /** Where it is in the document, {@code #/components/schemas/User}. */
  public String place() {
    return target.place();
  }

  /** The document's own words, references and all; missing where a reference dangles. */
  public JsonNode node() {
    return target.node();
  }

  /** What the document calls it, where it was referred to by name. */
  public Optional<String> name() {
    return name;
  }

  /**
   * The types that are allowed, in JSON Schema's names; where none is said, those that the other
   * words speak of. Null is told by {@link #nullable} and is here only where nothing else is
   * allowed.
   */
  public Set<String> types() {
    if (types.isEmpty()) {
      List<JsonNode> said = new ArrayList<>();
      parts().subList(beside.size(), parts().size()).forEach(it -> said.add(it.node()));
      beside.forEach(it -> said.add(it.node()));
      types = Optional.of(SchemaTypes.of(said));
    }
    return types.get();
  }

  public boolean isObject() {
    return types().contains("object");
  }

  public boolean isArray() {
    return types().contains("array");
  }

  /** Whether null is allowed. */
  public boolean nullable() {
    return nullOnTheWay || parts().stream().anyMatch(it -> allowsNull(it.node()));
  }

  private static boolean allowsNull(JsonNode node) {
    if (node.path("nullable").asBoolean() || node.path("x-nullable").asBoolean()) {
      return true;
    }
    return node.path("type").asText().equals("null")
        || anyIn(node.path("type"), it -> it.asText().equals("null"))
        || anyIn(node.path("enum"), JsonNode::isNull)
        || anyIn(node.path("oneOf"), SchemaPath::isNull)
        || anyIn(node.path("anyOf"), SchemaPath::isNull);
  }

  private static boolean anyIn(JsonNode list, Predicate<JsonNode> test) {
    for (JsonNode element : list) {
      if (test.test(element)) {
        return true;
      }
    }
    return false;
  }

  /** The properties of an object, those of all joined parts, in the order of the document. */
  public Map<String, ApiSchema> properties() {
    if (properties.isEmpty()) {
      Map<String, ApiSchema> found = new LinkedHashMap<>();
      for (ApiSchema part : parts()) {
        References.Target list = part.target.child("properties");
        for (Map.Entry<String, JsonNode> it : list.node().properties()) {
          if (it.getValue().isObject() || it.getValue().asBoolean()) {
            References.Target at = list.child(it.getKey());
            found.merge(it.getKey(), of(references, at.place(), at.node()), ApiSchema::fuller);
          }
        }
      }
      properties = Optional.of(Collections.unmodifiableMap(found));
    }
    return properties.get();
  }

  /** Where parts speak of the same property, the first that says what it looks like counts. */
  private static ApiSchema fuller(ApiSchema first, ApiSchema second) {
    return first.types().isEmpty() && !second.types().isEmpty() ? second : first;
  }

  public Optional<ApiSchema> property(String property) {
    return Optional.ofNullable(properties().get(property));
  }

  public Set<String> required() {
    Set<String> required = new LinkedHashSet<>();
    for (ApiSchema part : parts()) {
      JsonNode names = part.node().path("required");
      if (names.isArray()) {
        names.forEach(it -> required.add(it.asText()));
      }
    }
    return required;
  }

  /** What the elements of an array look like; of a tuple, its first. */
  public Optional<ApiSchema> items() {
    return child("items").or(() -> first("items")).or(() -> first("prefixItems"));
  }

  /** What members look like whose names are data. */
  public Optional<ApiSchema> additional() {
    return child("additionalProperties");
  }

  /** Of which it is one, or several: {@code oneOf} and {@code anyOf}, null left out. */
  public List<ApiSchema> alternatives() {
    if (alternatives.isEmpty()) {
      List<ApiSchema> found = new ArrayList<>();
      for (ApiSchema part : parts()) {
        for (String word : List.of("oneOf", "anyOf")) {
          References.Target list = part.target.child(word);
          for (int i = 0; list.node().isArray() && i < list.node().size(); i++) {
            References.Target at = list.child(i);
            if (!SchemaPath.isNull(at.node())) {
              found.add(of(references, at.place(), at.node()));
            }
          }
        }
      }
      alternatives = Optional.of(List.copyOf(found));
    }
    return alternatives.get();
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

  /** The only values there are, null left out; empty where any is allowed. */
  public List<JsonNode> values() {
    List<JsonNode> values = new ArrayList<>();
    word("enum").filter(JsonNode::isArray).ifPresent(list -> list.forEach(values::add));
    word("const").ifPresent(values::add);
    values.removeIf(JsonNode::isNull);
    return values;
  }

  public Optional<JsonNode> defaultValue() {
    return word("default");
  }

  /** The document's own example, of several the first. */
  public Optional<JsonNode> example() {
    return word("example").or(() -> word("x-example")).or(this::firstExample);
  }

  /** A list of values, as JSON Schema has it; or by name, as some documents copy it from bodies. */
  private Optional<JsonNode> firstExample() {
    return word("examples")
        .filter(it -> it.isContainerNode() && !it.isEmpty())
        .map(it -> it.elements().next())
        .map(it -> it.has("value") ? it.path("value") : it);
  }

  /** The least value; of integers, one more than a bound that is excluded. */
  public Optional<BigDecimal> minimum() {
    return bound("minimum", "exclusiveMinimum", BigDecimal.ONE);
  }

  /** The greatest value; of integers, one less than a bound that is excluded. */
  public Optional<BigDecimal> maximum() {
    return bound("maximum", "exclusiveMaximum", BigDecimal.ONE.negate());
  }

  /** Exclusion is a word of its own bound in JSON Schema, and true beside the bound before it. */
  private Optional<BigDecimal> bound(String word, String exclusive, BigDecimal step) {
    Optional<BigDecimal> included = number(word);
    Optional<BigDecimal> excluded =
        word(exclusive).filter(JsonNode::isBoolean).filter(JsonNode::asBoolean).isPresent()
            ? included
            : number(exclusive);
    return excluded.map(it -> types().contains("integer") ? it.add(step) : it).or(() -> included);
  }

  private Optional<BigDecimal> number(String word) {
    return word(word).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
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

  /** A word of the schema or of a part of it; what is said beside a reference comes first. */
  public Optional<JsonNode> word(String word) {
    for (ApiSchema part : parts()) {
      JsonNode found = part.node().path(word);
      if (!found.isMissingNode()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private String text(String word) {
    for (ApiSchema part : parts()) {
      JsonNode found = part.node().path(word);
      if (found.isTextual()) {
        return found.textValue();
      }
    }
    return "";
  }

  private Optional<ApiSchema> child(String word) {
    for (ApiSchema part : parts()) {
      if (part.node().path(word).isObject()) {
        References.Target at = part.target.child(word);
        return Optional.of(of(references, at.place(), at.node()));
      }
    }
    return Optional.empty();
  }

  private Optional<ApiSchema> first(String word) {
    for (ApiSchema part : parts()) {
      if (part.node().path(word).path(0).isObject()) {
        References.Target at = part.target.child(word).child(0);
        return Optional.of(of(references, at.place(), at.node()));
      }
    }
    return Optional.empty();
  }

  /** What is said beside the references that led here, it, and all that {@code allOf} joins. */
  private List<ApiSchema> parts() {
    if (parts.isEmpty() && beside.isEmpty() && !node().has("allOf")) {
      parts = Optional.of(List.of(this));
    }
    if (parts.isEmpty()) {
      Map<String, ApiSchema> joined = new LinkedHashMap<>();
      List<ApiSchema> first = new ArrayList<>();
      beside.forEach(it -> first.add(new ApiSchema(references, it)));
      join(this, joined);
      first.forEach(it -> joinAll(it, joined));
      List<ApiSchema> all = new ArrayList<>(first);
      all.addAll(joined.values());
      parts = Optional.of(List.copyOf(all));
    }
    return parts.get();
  }

  /**
   * Each schema is joined once, so that a cycle ends and a diamond costs no more than its parts.
   */
  private static void join(ApiSchema schema, Map<String, ApiSchema> joined) {
    if (joined.size() < MOST_PARTS && joined.putIfAbsent(schema.place(), schema) == null) {
      schema.beside.forEach(
          it -> joined.putIfAbsent(it.place(), new ApiSchema(schema.references, it)));
      joinAll(schema, joined);
    }
  }

  private static void joinAll(ApiSchema schema, Map<String, ApiSchema> joined) {
    References.Target all = schema.target.child("allOf");
    for (int i = 0; all.node().isArray() && i < all.node().size(); i++) {
      References.Target at = all.child(i);
      join(of(schema.references, at.place(), at.node()), joined);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiSchema schema && schema.place().equals(place());
  }

  @Override
  public int hashCode() {
    return place().hashCode();
  }

  @Override
  public String toString() {
    return "schema at " + place();
  }
}
