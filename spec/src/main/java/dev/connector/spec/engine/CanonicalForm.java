package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.spec.definition.CanonicalMapping;
import java.time.DateTimeException;

/** Makes a record of a shared type out of one of the API's. Numbers stay as precise as they are. */
final class CanonicalForm {

  private CanonicalForm() {}

  static JsonNode of(JsonNode found, CanonicalMapping mapping) {
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
                Place.set(canonical, place, value);
              }
            });
    return canonical;
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
