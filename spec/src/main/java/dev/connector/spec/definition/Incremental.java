package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How to read only what changed since the last time. The value the last read reached is {@code
 * {cursor}} in the templates of {@link #operation()}; {@code {until}} is the end of the slice.
 *
 * @param cursor where a record holds the value
 * @param operation which reads from the cursor on
 * @param value how the cursor compares and is written
 * @param order in which the API returns records, by cursor
 * @param filter who leaves out the unchanged
 * @param range how far one query reaches
 */
public record Incremental(
    JsonPointer cursor, String operation, Value value, Order order, Filter filter, Range range) {

  public Incremental {
    Objects.requireNonNull(cursor);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(value);
    Objects.requireNonNull(order);
    Objects.requireNonNull(filter);
    Objects.requireNonNull(range);
  }

  /**
   * What a cursor's value is.
   *
   * @param format how a time is written in the request
   */
  public record Value(Type type, Optional<TimeFormat> format) {
    public Value {
      Objects.requireNonNull(type);
      Objects.requireNonNull(format);
      InvalidDefinitionException.unless(
          format.isEmpty() || type == Type.TIMESTAMP || type == Type.DATE,
          "a cursor that is no time has a time format",
          "remove \"format\", or make \"type\" timestamp or date");
    }
  }

  /** How cursor values compare. */
  public enum Type {
    /** As points in time. */
    TIMESTAMP,
    /** As calendar days. */
    DATE,
    /** As whole numbers, a version or a sequence. */
    INTEGER,
    /** As text, byte by byte. */
    TEXT,
    /** Not at all: opaque, handed back as the API gave it. */
    TOKEN
  }

  /** In which order the API returns records, by cursor. */
  public enum Order {
    /** Oldest first. */
    ASCENDING,
    /** Newest first. */
    DESCENDING,
    /** None that can be relied on. */
    NONE
  }

  /** Who leaves out the records that did not change. */
  public enum Filter {
    /** The API: records equal to {@code {cursor}} are among those it returns. */
    INCLUSIVE,
    /** The API: records equal to {@code {cursor}} are left out. */
    EXCLUSIVE,
    /** The reader, since the API has no filter. */
    CLIENT
  }

  /**
   * How far one query reaches.
   *
   * @param start the cursor of the very first read, often a setting; where there is none, it is a
   *     full one
   * @param lookback how far behind the cursor to start, for records that appear late
   * @param slice the longest stretch one query may cover, ended by {@code {until}}
   */
  public record Range(
      Optional<Template> start, Optional<Duration> lookback, Optional<Duration> slice) {
    public Range {
      Objects.requireNonNull(start);
      Objects.requireNonNull(lookback);
      Objects.requireNonNull(slice);
    }
  }
}
