package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.definition.CanonicalMapping;
import java.time.DateTimeException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes records of a shared type out of the API's. Numbers stay as precise as they are, and become
 * text where the shared type has text.
 */
record CanonicalForm(CanonicalMapping mapping, Set<JsonPointer> texts) {

  static CanonicalForm of(CanonicalMapping mapping) {
    CanonicalType type;
    try {
      type = CanonicalType.of(mapping.type());
    } catch (IllegalArgumentException unknown) {
      throw Unsupported.feature("the canonical type " + mapping.type() + ", which there is not");
    }
    return new CanonicalForm(
        mapping,
        mapping.fields().keySet().stream().filter(type::hasText).collect(Collectors.toSet()));
  }

  JsonNode from(JsonNode found) {
    ObjectNode canonical = JsonNodeFactory.instance.objectNode();
    mapping
        .fields()
        .forEach(
            (place, field) -> {
              JsonNode value =
                  field instanceof CanonicalMapping.Constant constant
                      ? constant.value()
                      : value(found, (CanonicalMapping.From) field);
              if (!value.isMissingNode() && !value.isNull()) {
                Place.set(canonical, place, texts.contains(place) ? written(value) : value);
              }
            });
    return canonical;
  }

  /** A number in all its digits, without exponent. */
  private static JsonNode written(JsonNode value) {
    return value.isNumber() ? TextNode.valueOf(value.decimalValue().toPlainString()) : value;
  }

  private static JsonNode value(JsonNode found, CanonicalMapping.From from) {
    JsonNode value = found.at(from.pointer());
    String word = value.isValueNode() ? from.values().get(value.asText()) : null;
    if (word != null) {
      return TextNode.valueOf(word);
    }
    return from.format().isPresent() && value.isValueNode() && !value.asText().isEmpty()
        ? time(value, from)
        : value;
  }

  /** A value that is no time stays as it is, for whoever validates the canonical record to see. */
  private static JsonNode time(JsonNode value, CanonicalMapping.From from) {
    boolean day = from.format().orElseThrow() == dev.connector.spec.definition.TimeFormat.DATE;
    try {
      return day ? value : TimeFormat.ISO8601.write(TimeFormat.read(value));
    } catch (DateTimeException unreadable) {
      return value;
    }
  }
}
