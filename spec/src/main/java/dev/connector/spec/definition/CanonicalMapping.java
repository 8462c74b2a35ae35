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
   * Taken from the API's record. The canonical type decides what it becomes.
   *
   * @param format how the API writes a time; any of the usual ways unless said
   * @param values the API's words and the canonical ones; empty where they are the same. A word
   *     that is not among them leaves the field out
   * @param separator what stands between several values that the API writes as one text
   * @param decimals how many of a number's last digits stand behind the point: 2 where the API
   *     counts cents
   */
  public record From(
      JsonPointer pointer,
      Optional<TimeFormat> format,
      Map<String, String> values,
      Optional<String> separator,
      int decimals)
      implements Field {

    public From {
      Objects.requireNonNull(pointer);
      Objects.requireNonNull(format);
      values = Ordered.copy(values);
      InvalidDefinitionException.unless(
          separator.filter(String::isEmpty).isEmpty(),
          "the separator is empty",
          "say what stands between the values");
    }

    /** A value as the API has it. */
    public static From at(JsonPointer pointer) {
      return new From(pointer, Optional.empty(), Map.of(), Optional.empty(), 0);
    }
  }

  /** The same for every record. */
  public record Constant(JsonNode value) implements Field {
    public Constant {
      Objects.requireNonNull(value);
    }
  }
}
