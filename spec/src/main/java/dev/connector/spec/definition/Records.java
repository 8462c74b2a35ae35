package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Map;
import java.util.Objects;

/**
 * Where records are in a response, and how they become objects of their own.
 *
 * @param at where they are; the empty pointer is the whole body
 * @param shape how they are laid out there
 * @param copy places in each record that are filled from the response around them
 */
public record Records(JsonPointer at, Shape shape, Map<JsonPointer, JsonPointer> copy) {

  public Records {
    Objects.requireNonNull(at);
    Objects.requireNonNull(shape);
    copy = Ordered.copy(copy);
  }

  /** How records are laid out. */
  public sealed interface Shape {}

  /**
   * Elements of an array.
   *
   * @param item where in an element the record is, such as {@code /node}
   */
  public record Array(JsonPointer item) implements Shape {
    public Array {
      Objects.requireNonNull(item);
    }
  }

  /** One record, as it stands. */
  public record Single() implements Shape {}

  /**
   * Members of an object whose names are data, such as {@code {"2024-01-02": {...}}}.
   *
   * @param key where in the record the member's name goes
   * @param value where in the record the member's value goes; the empty pointer makes the value,
   *     then an object, the record itself
   */
  public record Entries(JsonPointer key, JsonPointer value) implements Shape {
    public Entries {
      Objects.requireNonNull(key);
      Objects.requireNonNull(value);
      InvalidDefinitionException.unless(
          !key.matches(),
          "the member's name would be the whole record",
          "give \"key\" a place in the record, such as /id");
    }
  }

  /**
   * Rows of plain values, named by a list of columns elsewhere.
   *
   * @param columns where the names are
   */
  public record Table(JsonPointer columns) implements Shape {
    public Table {
      Objects.requireNonNull(columns);
    }
  }
}
