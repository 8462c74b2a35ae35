package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.render.code.JavaLang;
import dev.connector.scaffold.render.code.NameScope;
import dev.connector.scaffold.render.code.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what records a schema describes. Types are as narrow as they can be while an answer that
 * strays from its schema is still read: whatever has no one form is a {@code JsonNode}.
 */
final class SchemaReader {

  /** A constructor takes 255 arguments, itself among them. */
  private static final int MOST_FIELDS = 250;

  /** What lies deeper, or comes later, is JSON. */
  private static final int DEEPEST = 24;

  private static final int MOST_TYPES = 400;

  private final String name;
  private final JsonNode schema;
  private final SchemaView view;
  private final NameScope types = JavaLang.types(Types.known().keySet());
  private final Map<String, String> named = new LinkedHashMap<>();
  private final List<RecordShape> nested = new ArrayList<>();
  private int made;

  SchemaReader(String name, JsonNode schema) {
    this.name = types.take(name);
    this.schema = schema;
    this.view = new SchemaView(schema);
  }

  RecordShape read() {
    named.put("#", name);
    JsonNode root = view.resolved(schema);
    RecordShape shape = shape(name, root, 0);
    boolean rest = shape.rest() || shape.fields().isEmpty();
    return new RecordShape(name, shape.description(), shape.fields(), rest, nested);
  }

  private RecordShape shape(String type, JsonNode object, int depth) {
    Map<String, JsonNode> properties = view.properties(object);
    Set<String> required = view.required(object);
    NameScope components = new NameScope(Naming.OBJECT);
    components.take("others");
    List<RecordShape.Field> fields = new ArrayList<>();
    boolean rest = view.promisesOthers(object);
    for (Map.Entry<String, JsonNode> property : properties.entrySet()) {
      String json = property.getKey();
      if (fields.size() == MOST_FIELDS) {
        rest = true;
        break;
      }
      if (json.isEmpty()) {
        rest = true; // no component can have this name in JSON, and no value gets lost
      } else {
        boolean sure = required.contains(json) && !view.nullable(property.getValue());
        String word = Words.isCamel(json) ? json : Words.lower(json);
        String component = components.take(word, fallback(word));
        String plain = type(property.getValue(), json, depth + 1);
        boolean bare = sure || plain.startsWith("List<") || plain.startsWith("Map<");
        fields.add(
            new RecordShape.Field(
                json,
                component,
                bare ? plain : "Optional<" + plain + ">",
                view.description(property.getValue())));
      }
    }
    return new RecordShape(type, view.description(object, type), fields, rest, List.of());
  }

  /** A name for a field whose own is none in Java. */
  private static String fallback(String word) {
    return word.isEmpty() ? "field" : word + "Value";
  }

  private String type(JsonNode declared, String hint, int depth) {
    if (depth > DEEPEST) {
      return "JsonNode";
    }
    JsonNode found = view.essential(declared);
    String reference = view.reference(declared);
    if (view.isObject(found)) {
      return object(found, reference, hint, depth);
    }
    switch (view.kind(found)) {
      case "string":
        return text(found.path("format").asText());
      case "integer":
        return "Long";
      case "number":
        return "BigDecimal";
      case "boolean":
        return "Boolean";
      case "array":
        return "List<" + type(found.path("items"), singular(hint), depth + 1) + ">";
      case "object":
        return "Map<String, " + members(found, hint, depth) + ">";
      default:
        return "JsonNode";
    }
  }

  private String members(JsonNode object, String hint, int depth) {
    JsonNode members = object.path("additionalProperties");
    return members.isObject() ? type(members, singular(hint), depth + 1) : "JsonNode";
  }

  private String object(JsonNode found, String reference, String hint, int depth) {
    String known = reference.isEmpty() ? null : named.get(reference);
    if (known != null) {
      return known;
    }
    if (made == MOST_TYPES) {
      return "JsonNode";
    }
    made++;
    String base = reference.substring(reference.lastIndexOf('/') + 1);
    String word = Words.upper(base.isEmpty() || base.equals("#") ? hint : base);
    String type = types.take(word, word.isEmpty() ? "Value" : word + "Value");
    if (!reference.isEmpty()) {
      named.put(reference, type);
    }
    int place = nested.size();
    RecordShape shape = shape(type, found, depth);
    nested.add(place, shape);
    return type;
  }

  private static String text(String format) {
    switch (format) {
      case "date-time":
        return "Instant";
      case "date":
        return "LocalDate";
      default:
        return "String";
    }
  }

  private static String singular(String plural) {
    String lower = plural.toLowerCase(java.util.Locale.ROOT);
    if (lower.endsWith("ies") && lower.length() > 4) {
      return plural.substring(0, plural.length() - 3) + "y";
    }
    for (String ending : List.of("sses", "xes", "ches", "shes")) {
      if (lower.endsWith(ending)) {
        return plural.substring(0, plural.length() - 2);
      }
    }
    boolean simple = lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us");
    return simple && lower.length() > 2 ? plural.substring(0, plural.length() - 1) : plural;
  }

  /** Names that a schema requires. */
  static Set<String> names(JsonNode array) {
    Set<String> names = new HashSet<>();
    array.forEach(it -> names.add(it.asText()));
    return names;
  }
}
