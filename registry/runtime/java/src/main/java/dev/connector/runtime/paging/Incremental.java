package dev.connector.runtime.paging;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.TimeFormat;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How only what changed since the last time is read: immutable, so each method returns a changed
 * copy.
 *
 * @param cursor where a record says when it changed, or which number its change had
 * @param filter how the API is asked for records from a cursor value on
 * @param order the order in which the API gives the records
 * @param lookback how far before its checkpoint a read begins, for changes that become visible late
 * @param deletes how the API tells that records are gone
 */
public record Incremental(
    JsonPointer cursor, Filter filter, Order order, Duration lookback, Deletes deletes) {

  /**
   * How the API is asked for records from a cursor value on.
   *
   * @param parameter where the value goes
   * @param format how times are written; empty where the cursor is a plain number
   * @param initial the value of the first read; empty to read without the filter
   * @param exclusive whether the API leaves out records equal to the value, so that it is asked for
   *     those from one step earlier on
   */
  public record Filter(
      Parameter parameter,
      Optional<TimeFormat> format,
      Optional<JsonNode> initial,
      boolean exclusive) {}

  /** The order in which the API gives the records. */
  public enum Order {
    /** None to rely on: the cursor moves when the whole list was read. */
    NONE,
    /** By the cursor: it moves with every page. */
    ASCENDING,
    /**
     * By the cursor, and each query begins where the page before it ended, so that neither a limit
     * of results nor a change during the read, which shifts the pages behind it, loses a record.
     */
    ROLLING
  }

  public Incremental {
    if (lookback.isNegative()) {
      throw new IllegalArgumentException("the lookback is not negative");
    }
    if (filter.format().isEmpty() && !lookback.isZero()) {
      throw new IllegalArgumentException("numbers have no lookback in time");
    }
    if (order == Order.ROLLING && filter.initial().isEmpty()) {
      // Otherwise the first query alone would include records without a cursor.
      throw new IllegalArgumentException("a rolling read needs an initial value of its filter");
    }
  }

  /** By time: written as ISO 8601, in no particular order. */
  public static Incremental byTime(String cursorPointer, Parameter parameter) {
    return of(cursorPointer, parameter, Optional.of(TimeFormat.ISO8601));
  }

  /** By a number that grows with every change. */
  public static Incremental byNumber(String cursorPointer, Parameter parameter) {
    return of(cursorPointer, parameter, Optional.empty());
  }

  private static Incremental of(
      String cursorPointer, Parameter parameter, Optional<TimeFormat> format) {
    return new Incremental(
        JsonPointer.compile(cursorPointer),
        new Filter(parameter, format, Optional.empty(), false),
        Order.NONE,
        Duration.ZERO,
        Deletes.unknown());
  }

  /** How the filter wants times written. */
  public Incremental format(TimeFormat written) {
    return filter(
        new Filter(filter.parameter(), Optional.of(written), filter.initial(), filter.exclusive()));
  }

  /** Reads from this moment on when there is no checkpoint. */
  public Incremental from(Instant moment) {
    return from(TimeFormat.ISO8601.write(moment));
  }

  /** Reads from this cursor value on when there is no checkpoint. */
  public Incremental from(JsonNode value) {
    return filter(
        new Filter(filter.parameter(), filter.format(), Optional.of(value), filter.exclusive()));
  }

  /** For an API that leaves out records whose cursor is the value itself. */
  public Incremental exclusive() {
    return filter(new Filter(filter.parameter(), filter.format(), filter.initial(), true));
  }

  public Incremental ascending() {
    return new Incremental(cursor, filter, Order.ASCENDING, lookback, deletes);
  }

  /** Needs {@link #from}. */
  public Incremental rolling() {
    return new Incremental(cursor, filter, Order.ROLLING, lookback, deletes);
  }

  public Incremental lookback(Duration before) {
    return new Incremental(cursor, filter, order, before, deletes);
  }

  public Incremental deletes(Deletes told) {
    return new Incremental(cursor, filter, order, lookback, told);
  }

  /** The list as the first read asks for it. */
  public Listing first(Listing list) {
    CursorLine line = new CursorLine(this);
    return filter.initial().map(line::read).map(value -> filtered(list, line, value)).orElse(list);
  }

  /** The list from a value on. */
  Listing filtered(Listing list, CursorLine line, BigDecimal from) {
    JsonNode value = filter.exclusive() ? line.justBefore(from) : line.filter(from);
    return list.request(filter.parameter().put(list.request(), value));
  }

  private Incremental filter(Filter changed) {
    return new Incremental(cursor, changed, order, lookback, deletes);
  }
}
