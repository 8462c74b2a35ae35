package dev.connector.spec.conformance.mock.data;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Makes records that fit a JSON Schema: the same ones for the same seed. Times, and whole numbers
 * and texts that identify, ascend with the index; what is optional is sometimes missing.
 */
final class RecordGenerator {

  /** From here on, what is optional is left out: a schema may lead into itself. */
  private static final int DEEP = 4;

  private static final int DEEPEST = 30;
  private static final int MOST = 20;
  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

  private final Random random;
  private final Invented invented;
  private final Set<JsonPointer> personal;
  private EffectiveSchema effective;

  /**
   * A generator for one resource.
   *
   * @param personal fields about a person
   */
  RecordGenerator(long seed, Set<JsonPointer> personal) {
    this.random = new Random(seed);
    this.invented = new Invented(random);
    this.personal = Set.copyOf(personal);
    this.effective = new EffectiveSchema(JsonNodeFactory.instance.objectNode(), random);
  }

  /** When the record with this index was made and changed last. */
  Instant time(int index) {
    return FIRST.plus(Duration.ofHours(index));
  }

  /** The day of the record with this index, which no other one has. */
  Instant day(int index) {
    return FIRST.plus(Duration.ofDays(index));
  }

  /**
   * One record.
   *
   * @param index ascends from 0
   * @param present fields that have a value in each record, such as the primary key
   */
  ObjectNode record(JsonNode schema, int index, List<JsonPointer> present) {
    effective = new EffectiveSchema(schema, random);
    Field root = new Field("", JsonPointer.empty(), index, 0);
    return object(effective.of(schema), root, present);
  }

  private ObjectNode object(JsonNode schema, Field at, List<JsonPointer> present) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (var property : schema.path("properties").properties()) {
      List<JsonPointer> within =
          present.stream()
              .filter(it -> property.getKey().equals(it.getMatchingProperty()))
              .map(JsonPointer::tail)
              .toList();
      boolean wanted = random.nextInt(4) > 0 && at.depth() < DEEP;
      if (!within.isEmpty() || isRequired(schema, property.getKey()) || wanted) {
        object.set(
            property.getKey(), value(property.getValue(), at.member(property.getKey()), within));
      }
    }
    for (JsonNode name : schema.path("required")) {
      if (!object.has(name.asText())) {
        object.set(name.asText(), value(others(schema), at.member(name.asText()), List.of()));
      }
    }
    int least = Math.min(schema.path("minProperties").asInt(), MOST);
    String names = schema.path("propertyNames").path("pattern").asText("^[a-z]{8}$");
    for (int i = object.size(); i < least; i++) {
      object.set(sampled(names), value(others(schema), at.member("other"), List.of()));
    }
    return object;
  }

  /** What members look like that are not named. */
  private static JsonNode others(JsonNode schema) {
    JsonNode others = schema.path("additionalProperties");
    return others.isObject() ? others : JsonNodeFactory.instance.objectNode();
  }

  private JsonNode value(JsonNode declared, Field at, List<JsonPointer> within) {
    JsonNode schema = effective.of(declared);
    if (at.depth() > DEEPEST || (allows(schema, "null") && at.depth() > DEEP)) {
      return NullNode.instance;
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    boolean identifies = within.stream().anyMatch(JsonPointer::matches);
    if (!schema.path("enum").isEmpty()) {
      JsonNode values = schema.get("enum");
      return values.get(identifies ? at.index() % values.size() : random.nextInt(values.size()));
    }
    if (within.isEmpty() && allows(schema, "null") && random.nextInt(5) == 0) {
      return NullNode.instance;
    }
    switch (type(schema)) {
      case "object":
        return object(schema, at, within);
      case "array":
        return array(schema, at);
      case "boolean":
        return BooleanNode.valueOf(random.nextBoolean());
      case "integer":
        return number(integer(schema, identifies ? at.index() + 1 : random.nextInt(1000)));
      case "number":
        return DecimalNode.valueOf(decimal(schema));
      case "null":
        return NullNode.instance;
      default:
        return TextNode.valueOf(text(schema, at, identifies));
    }
  }

  /** The smallest one allowed, and so many steps up, or back at the beginning where that is far. */
  private static long integer(JsonNode schema, long steps) {
    long step = Math.max(1, schema.path("multipleOf").asLong(1));
    long least = schema.path("minimum").asLong(0);
    if (schema.path("exclusiveMinimum").isNumber()) {
      least = Math.max(least, schema.path("exclusiveMinimum").asLong() + 1);
    }
    long most =
        schema.path("exclusiveMaximum").isNumber()
            ? schema.path("exclusiveMaximum").asLong() - 1
            : schema.path("maximum").asLong(Long.MAX_VALUE);
    if (!schema.has("minimum") && most < least) {
      least = most - 1000 * step;
    }
    long first = -Math.floorDiv(-least, step) * step;
    long room = Math.max(1, most == Long.MAX_VALUE ? Long.MAX_VALUE : (most - first) / step + 1);
    return first + steps % room * step;
  }

  /** Now and then with more digits than a double has. */
  private BigDecimal decimal(JsonNode schema) {
    if (schema.path("multipleOf").isNumber()) {
      BigDecimal step = schema.path("multipleOf").decimalValue();
      return step.multiply(BigDecimal.valueOf(integer(schema, random.nextInt(10))));
    }
    BigDecimal least =
        schema.path("minimum").decimalValue().max(schema.path("exclusiveMinimum").decimalValue());
    JsonNode most =
        schema.has("maximum") ? schema.path("maximum") : schema.path("exclusiveMaximum");
    if (most.isNumber()) {
      BigDecimal from =
          schema.has("minimum") ? least : least.min(most.decimalValue().subtract(BigDecimal.ONE));
      BigDecimal part = BigDecimal.valueOf(1 + random.nextInt(99), 2);
      return from.add(most.decimalValue().subtract(from).multiply(part)).stripTrailingZeros();
    }
    if (random.nextInt(4) == 0) {
      return least.add(new BigDecimal("12345678901234567.123456789"));
    }
    return least.add(BigDecimal.valueOf(1 + random.nextInt(9999), 2));
  }

  /** In the form that reading it from JSON gives. */
  private static JsonNode number(long value) {
    return (int) value == value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  private ArrayNode array(JsonNode schema, Field at) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int least = Math.min(schema.path("minItems").asInt(0), MOST);
    int wanted = at.depth() < DEEP ? random.nextInt(3) : 0;
    int size = Math.min(Math.max(least, wanted), schema.path("maxItems").asInt(MOST));
    boolean distinct = schema.path("uniqueItems").asBoolean();
    Set<JsonNode> seen = new HashSet<>();
    for (int i = 0; i < size; i++) {
      JsonNode element = value(schema.path("items"), at.deeper(), List.of());
      if (!distinct || seen.add(element)) {
        array.add(element);
      }
    }
    return array;
  }

  private String text(JsonNode schema, Field at, boolean identifies) {
    switch (schema.path("format").asText()) {
      case "date":
        return day(at.index()).toString().substring(0, 10);
      case "date-time":
        return time(at.index()).toString();
      case "email":
        return "person" + (at.index() + 1) + "@example.com";
      case "uri":
        return "https://www.example.com/" + (at.index() + 1);
      case "uuid":
        return new UUID(random.nextLong(), random.nextLong()).toString();
      case "uri-reference":
      case "json-pointer":
        return "/" + (at.index() + 1);
      case "duration":
        return "PT" + (at.index() + 1) + "H";
      case "time":
        return time(at.index()).toString().substring(11);
      default:
    }
    if (schema.has("pattern")) {
      return sampled(schema.get("pattern").asText());
    }
    String text =
        identifies
            ? String.valueOf(1001 + at.index())
            : invented
                .value(at.name(), at.index())
                .orElseGet(() -> personal.contains(at.place()) ? invented.name() : invented.text());
    int least = Math.min(schema.path("minLength").asInt(), 10_000);
    String padded = text + "x".repeat(Math.max(0, least - text.length()));
    int most = Math.min(padded.length(), schema.path("maxLength").asInt(Math.max(least, 100)));
    // What tells records apart is at the end.
    return identifies ? padded.substring(padded.length() - most) : padded.substring(0, most);
  }

  /** Where a pattern is beyond what can be made up, the record says so by not fitting. */
  private String sampled(String pattern) {
    try {
      return Sample.of(pattern, random);
    } catch (IllegalArgumentException cannot) {
      return "text" + random.nextInt(10_000);
    }
  }

  private static boolean isRequired(JsonNode schema, String name) {
    for (JsonNode required : schema.path("required")) {
      if (required.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    for (JsonNode one : type) {
      if (!one.asText().equals("null")) {
        return one.asText();
      }
    }
    if (type.isTextual()) {
      return type.asText();
    }
    if (schema.has("properties") || schema.has("additionalProperties") || schema.has("required")) {
      return "object";
    }
    boolean number = schema.has("minimum") || schema.has("maximum") || schema.has("multipleOf");
    return schema.has("items") ? "array" : number ? "number" : "string";
  }

  private static boolean allows(JsonNode schema, String type) {
    for (JsonNode one : schema.path("type")) {
      if (one.asText().equals(type)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A field to fill.
   *
   * @param place in the record; that of the array for its elements
   */
  private record Field(String name, JsonPointer place, int index, int depth) {
    Field member(String member) {
      return new Field(member, place.appendProperty(member), index, depth + 1);
    }

    Field deeper() {
      return new Field(name, place, index, depth + 1);
    }
  }
}
