package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a record becomes one of a canonical type.
 *
 * @param type the canonical type's name, {@code contact}
 * @param fields by their place in the canonical record
 */
public record CanonicalMapping(String type, Map<JsonPointer, Field> fields) {

  public CanonicalMapping {
    Objects.requireNonNull(type);
    fields = Ordered.copy(fields);
  }

  /** Where a canonical field's value comes from. */
  public sealed interface Field {}

  /**
   * Taken from the API's record.
   *
   * @param format how the API writes a time, which becomes UTC ISO 8601
   * @param values the API's words and the canonical ones; empty where they are the same
   */
  public record From(JsonPointer pointer, Optional<TimeFormat> format, Map<String, String> values)
      implements Field {
    public From {
      Objects.requireNonNull(pointer);
      Objects.requireNonNull(format);
      values = Ordered.copy(values);
    }
  }

  /** The same for every record. */
  public record Constant(JsonNode value) implements Field {
    public Constant {
      Objects.requireNonNull(value);
    }
  }
}
