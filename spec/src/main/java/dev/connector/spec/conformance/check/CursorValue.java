package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.TimeFormat;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A value of a cursor on a line, to compare.
 *
 * @param at seconds since 1970, or the number that it is
 */
public record CursorValue(BigDecimal at) implements Comparable<CursorValue> {

  /** What a record has; empty where it has none that can be read. */
  public static Optional<CursorValue> of(JsonNode record, Incremental incremental) {
    JsonNode found = record.at(incremental.cursor());
    boolean number = found.asText().matches("-?\\d+(\\.\\d+)?");
    if (!number || incremental.value().type() == Incremental.Type.INTEGER) {
      return read(found.asText(), incremental);
    }
    // A record need not write a time as a request does.
    DecimalNode time = DecimalNode.valueOf(new BigDecimal(found.asText()));
    return Optional.of(
        new CursorValue(seconds(dev.connector.runtime.message.TimeFormat.read(time))));
  }

  /** What a text says; empty where it is no value of the cursor. */
  public static Optional<CursorValue> read(String text, Incremental incremental) {
    try {
      boolean number = incremental.value().type() == Incremental.Type.INTEGER;
      BigDecimal at = number ? new BigDecimal(text) : seconds(text, incremental);
      return Optional.of(new CursorValue(at));
    } catch (NumberFormatException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** The smallest step that a request can tell, times so many. */
  public static Duration steps(Incremental incremental, int count) {
    TimeFormat format = incremental.value().format().orElse(TimeFormat.ISO8601);
    boolean day = format == TimeFormat.DATE || incremental.value().type() == Incremental.Type.DATE;
    boolean second =
        format == TimeFormat.EPOCH_SECONDS
            || incremental.value().type() == Incremental.Type.INTEGER;
    return (day ? Duration.ofDays(1) : second ? Duration.ofSeconds(1) : Duration.ofMillis(1))
        .multipliedBy(count);
  }

  /** The value so much before it; of numbers, a second is 1. */
  public CursorValue minus(Duration time) {
    return new CursorValue(at.subtract(BigDecimal.valueOf(time.toMillis(), 3)));
  }

  public boolean isBefore(CursorValue other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(CursorValue other) {
    return at.compareTo(other.at);
  }

  private static BigDecimal seconds(String text, Incremental incremental) {
    if (text.matches("-?\\d+")) {
      boolean whole =
          incremental.value().format().filter(TimeFormat.EPOCH_SECONDS::equals).isPresent();
      return whole ? new BigDecimal(text) : new BigDecimal(text).movePointLeft(3);
    }
    Instant moment =
        text.length() == 10
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : OffsetDateTime.parse(text).toInstant();
    return seconds(moment);
  }

  private static BigDecimal seconds(Instant moment) {
    return BigDecimal.valueOf(moment.getEpochSecond()).add(BigDecimal.valueOf(moment.getNano(), 9));
  }
}
