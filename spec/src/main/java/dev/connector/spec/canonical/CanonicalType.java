package dev.connector.spec.canonical;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.canonical.Conversion;
import dev.connector.runtime.message.Json;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.runtime.schema.Violation;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.TimeFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A type of records that connectors share.
 *
 * @param schema a JSON Schema that refers to nothing outside itself
 */
public record CanonicalType(String name, JsonNode schema) {

  private static final String COMMON = "urn:connector:canonical:common:1";

  private static final List<String> NAMES =
      List.of(
          "activity",
          "company",
          "contact",
          "currency",
          "customer",
          "deal",
          "event",
          "exchangeRate",
          "file",
          "invoice",
          "message",
          "order",
          "payment",
          "product",
          "subscription",
          "ticket",
          "user");

  /** The names of all types there are. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The type of this name, {@code contact}.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static CanonicalType of(String name) {
    ObjectNode type = (ObjectNode) json(text(name).replace(COMMON + "#", "#"));
    ObjectNode shared = type.withObject("/$defs");
    json(text("common"))
        .path("$defs")
        .properties()
        .forEach(it -> shared.set(it.getKey(), it.getValue()));
    return new CanonicalType(name, type);
  }

  /** Where and why a record is none of this type. */
  public List<Violation> violations(JsonNode record) {
    return RecordSchema.of(schema).violations(record);
  }

  /** Whether it has a field at a place; those below an open object are anybody's. */
  public boolean has(JsonPointer place) {
    JsonNode within = at(place.head());
    return within.path("properties").has(place.last().getMatchingProperty())
        || !within.path("additionalProperties").equals(BooleanNode.FALSE);
  }

  /** Whether it has a point in time at a place. */
  public boolean hasTime(JsonPointer place) {
    return at(place).path("format").asText().equals("date-time");
  }

  /** Whether it has decimal text at a place. */
  public boolean hasDecimal(JsonPointer place) {
    return at(place).equals(schema.at("/$defs/decimal"));
  }

  /** How an API's records become records of this type, by what this type has at each place. */
  public CanonicalForm form(CanonicalMapping mapping) {
    Map<JsonPointer, CanonicalForm.Field> fields = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach(
            (place, field) ->
                fields.put(
                    place,
                    field instanceof CanonicalMapping.From from
                        ? new CanonicalForm.Taken(from.pointer(), conversion(at(place), from))
                        : new CanonicalForm.Constant(((CanonicalMapping.Constant) field).value())));
    return new CanonicalForm(name, fields, vital(fields.keySet()));
  }

  private Conversion conversion(JsonNode at, CanonicalMapping.From from) {
    boolean anything = at.isMissingNode() && from.separator().isPresent();
    if (anything || at.path("type").asText().equals("array")) {
      return new Conversion.Several(from.separator(), conversion(resolved(at.path("items")), from));
    }
    return from.values().isEmpty()
        ? plain(at, from)
        : new Conversion.Words(from.values(), plain(at, from));
  }

  private Conversion plain(JsonNode at, CanonicalMapping.From from) {
    switch (at.path("type").asText(at.has("enum") ? "string" : "")) {
      case "string":
        return text(at, from);
      case "integer":
        return new Conversion.Whole();
      case "boolean":
        return new Conversion.Flag();
      default:
        return from.decimals() > 0
            ? new Conversion.Decimal(from.decimals())
            : new Conversion.AsItIs();
    }
  }

  private Conversion text(JsonNode at, CanonicalMapping.From from) {
    switch (at.path("format").asText()) {
      case "date-time":
        return timestamp(from);
      case "date":
        return new Conversion.Day();
      default:
        boolean decimal = from.decimals() > 0 || at.equals(schema.at("/$defs/decimal"));
        return decimal ? new Conversion.Decimal(from.decimals()) : new Conversion.Text();
    }
  }

  private static Conversion timestamp(CanonicalMapping.From from) {
    switch (from.format().orElse(TimeFormat.ISO8601)) {
      case EPOCH_SECONDS:
        return new Conversion.Epoch(0);
      case EPOCH_MILLIS:
        return new Conversion.Epoch(3);
      default:
        return new Conversion.Timestamp();
    }
  }

  /** What is mapped and required in an object, which is not the record itself. */
  private Set<JsonPointer> vital(Set<JsonPointer> mapped) {
    Set<JsonPointer> vital = new HashSet<>();
    for (JsonPointer field : mapped) {
      for (JsonPointer place = field; !place.head().matches(); place = place.head()) {
        JsonNode name = TextNode.valueOf(place.last().getMatchingProperty());
        if (elements(at(place.head()).path("required")).anyMatch(name::equals)) {
          vital.add(place);
        }
      }
    }
    return vital;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private JsonNode at(JsonPointer place) {
    JsonNode at = resolved(schema);
    for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
      at = resolved(at.path("properties").path(rest.getMatchingProperty()));
    }
    return at;
  }

  private JsonNode resolved(JsonNode at) {
    String reference = at.path("$ref").asText();
    return reference.startsWith("#") ? resolved(schema.at(reference.substring(1))) : at;
  }

  private static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    String file = "/dev/connector/spec/canonical/" + name + "-1.schema.json";
    try (InputStream in = CanonicalType.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no canonical type " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
