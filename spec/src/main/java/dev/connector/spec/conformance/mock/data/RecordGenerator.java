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
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Makes records that fit a JSON Schema: the same ones for the same seed. Times, and whole numbers
 * and texts that identify, ascend with the index; what is optional is sometimes missing.
 */
final class RecordGenerator {

  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

  private final Random random;
  private final Invented invented;
  private final Set<JsonPointer> personal;

  /**
   * A generator for one resource.
   *
   * @param personal fields about a person
   */
  RecordGenerator(long seed, Set<JsonPointer> personal) {
    this.random = new Random(seed);
    this.invented = new Invented(random);
    this.personal = Set.copyOf(personal);
  }

  /** When the record with this index was made and changed last. */
  Instant time(int index) {
    return FIRST.plus(Duration.ofHours(index));
  }

  /**
   * One record.
   *
   * @param index ascends from 0
   * @param present fields that have a value in each record, such as the primary key
   */
  ObjectNode record(JsonNode schema, int index, List<JsonPointer> present) {
    return object(schema, new Field("", JsonPointer.empty(), index), present);
  }

  private ObjectNode object(JsonNode schema, Field at, List<JsonPointer> present) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (var property : schema.path("properties").properties()) {
      List<JsonPointer> within =
          present.stream()
              .filter(it -> property.getKey().equals(it.getMatchingProperty()))
              .map(JsonPointer::tail)
              .toList();
      if (!within.isEmpty() || isRequired(schema, property.getKey()) || random.nextInt(4) > 0) {
        object.set(
            property.getKey(), value(property.getValue(), at.member(property.getKey()), within));
      }
    }
    JsonNode others = schema.path("additionalProperties");
    for (int i = object.size();
        others.isObject() && i < schema.path("minProperties").asInt();
        i++) {
      String pattern = schema.path("propertyNames").path("pattern").asText("[a-z]{8}");
      object.set(Sample.of(pattern, random), value(others, at, List.of()));
    }
    return object;
  }

  private JsonNode value(JsonNode schema, Field at, List<JsonPointer> within) {
    if (schema.has("const")) {
      return schema.get("const");
    }
    boolean identifies = within.stream().anyMatch(JsonPointer::matches);
    if (schema.has("enum")) {
      JsonNode values = schema.get("enum");
      return values.get(random.nextInt(values.size()));
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
        long least = schema.path("minimum").asLong(0);
        return number(least + (identifies ? at.index() + 1 : random.nextInt(1000)));
      case "number":
        return DecimalNode.valueOf(decimal(schema));
      case "null":
        return NullNode.instance;
      default:
        return TextNode.valueOf(text(schema, at, identifies));
    }
  }

  /** Now and then with more digits than a double has. */
  private BigDecimal decimal(JsonNode schema) {
    BigDecimal least = schema.path("minimum").decimalValue();
    boolean bounded = schema.has("maximum") || schema.has("multipleOf");
    if (!bounded && random.nextInt(4) == 0) {
      return least.add(new BigDecimal("12345678901234567.123456789"));
    }
    return least.add(BigDecimal.valueOf(1 + random.nextInt(bounded ? 99 : 9999), 2));
  }

  /** In the form that reading it from JSON gives. */
  private static JsonNode number(long value) {
    return (int) value == value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  private ArrayNode array(JsonNode schema, Field at) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int size = Math.max(schema.path("minItems").asInt(0), random.nextInt(3));
    for (int i = 0; i < size; i++) {
      array.add(value(schema.path("items"), at, List.of()));
    }
    return array;
  }

  private String text(JsonNode schema, Field at, boolean identifies) {
    switch (schema.path("format").asText()) {
      case "date":
        return FIRST.plus(Duration.ofDays(at.index())).toString().substring(0, 10);
      case "date-time":
        return time(at.index()).toString();
      case "email":
        return "person" + (at.index() + 1) + "@example.com";
      case "uri":
        return "https://www.example.com/" + (at.index() + 1);
      case "uuid":
        return new UUID(random.nextLong(), random.nextLong()).toString();
      default:
    }
    if (schema.has("pattern")) {
      return Sample.of(schema.get("pattern").asText(), random);
    }
    String text =
        identifies
            ? String.valueOf(1001 + at.index())
            : invented
                .value(at.name(), at.index())
                .orElseGet(() -> personal.contains(at.place()) ? invented.name() : invented.text());
    String padded =
        text + "x".repeat(Math.max(0, schema.path("minLength").asInt() - text.length()));
    return padded.substring(0, Math.min(padded.length(), schema.path("maxLength").asInt(100)));
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
    return type.isTextual() ? type.asText() : schema.has("properties") ? "object" : "string";
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
  private record Field(String name, JsonPointer place, int index) {
    Field member(String member) {
      return new Field(member, place.appendProperty(member), index);
    }
  }
}
