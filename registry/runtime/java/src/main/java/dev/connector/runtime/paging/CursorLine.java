package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.TimeFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The line on which the cursor values of one resource lie, so that they can be compared: times are
 * seconds since 1970, and numbers are themselves.
 */
final class CursorLine {
  private static final BigDecimal SECOND = BigDecimal.TEN.pow(9);

  /** More digits than any cursor has; an exponent may stand for billions. */
  private static final int LONGEST = 1000;

  private final Incremental incremental;

  CursorLine(Incremental incremental) {
    this.incremental = incremental;
  }

  /** The cursor value of a record; empty where it has none that can be read. */
  Optional<BigDecimal> of(JsonNode found) {
    JsonNode value = found.at(incremental.cursor());
    if (!value.isValueNode() || value.isNull() || value.isBoolean() || value.asText().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(valueOf(value));
    } catch (DateTimeException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * The cursor value of the last record of a page that is said to be in order.
   *
   * @throws ApiException with {@link ErrorCode#PARSING_ERROR} where its first record comes later
   */
  Optional<BigDecimal> ofLast(List<JsonNode> records) {
    if (records.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> last = of(records.get(records.size() - 1));
    boolean descending =
        of(records.get(0)).filter(first -> first.compareTo(last.orElse(first)) > 0).isPresent();
    if (descending) {
      throw disorder();
    }
    return last;
  }

  static ApiException disorder() {
    return new ApiException(
        ErrorCode.PARSING_ERROR,
        "the API does not give the records in the order of the cursor, from the filter on");
  }

  /**
   * The value of a checkpoint, or of what a user typed.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG} where it is none
   */
  BigDecimal read(JsonNode value) {
    try {
      return valueOf(value);
    } catch (DateTimeException | NumberFormatException other) {
      String kind = incremental.filter().format().isEmpty() ? "a number" : "a time";
      throw new ApiException(
          ErrorCode.INVALID_CONFIG,
          "the cursor to begin at is to be " + kind + ", as the API's own is, and is none");
    }
  }

  private BigDecimal valueOf(JsonNode value) {
    if (incremental.filter().format().isEmpty()) {
      return bounded(
          value.isNumber() ? value.decimalValue() : new BigDecimal(value.asText().strip()));
    }
    return of(TimeFormat.read(value));
  }

  private static BigDecimal bounded(BigDecimal number) {
    if (Math.abs((long) number.scale()) > LONGEST) {
      throw new NumberFormatException("writing it out would take all memory");
    }
    return number;
  }

  BigDecimal of(Instant moment) {
    return BigDecimal.valueOf(moment.getEpochSecond())
        .add(BigDecimal.valueOf(moment.getNano(), 9))
        .stripTrailingZeros();
  }

  /** The value as a checkpoint has it: exact. */
  JsonNode exact(BigDecimal value) {
    return incremental.filter().format().isEmpty()
        ? number(value)
        : TimeFormat.ISO8601.write(moment(value));
  }

  /** The value as the filter has it, which may be rounded down. */
  JsonNode filter(BigDecimal value) {
    return incremental
        .filter()
        .format()
        .map(format -> format.write(moment(value)))
        .orElseGet(() -> number(value));
  }

  /** The last value before this one that the filter can tell from it, as the filter has it. */
  JsonNode justBefore(BigDecimal value) {
    BigDecimal step = incremental.filter().format().map(CursorLine::step).orElse(BigDecimal.ONE);
    return filter(rounded(value).subtract(step));
  }

  private static BigDecimal step(TimeFormat format) {
    switch (format) {
      case DATE:
        return BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
      case EPOCH_SECONDS:
        return BigDecimal.ONE;
      default:
        return new BigDecimal("0.001");
    }
  }

  /** The value as precisely as the filter can tell it from others. */
  BigDecimal rounded(BigDecimal value) {
    return read(filter(value));
  }

  BigDecimal before(BigDecimal value, Duration lookback) {
    return lookback.isZero() ? value : of(moment(value).minus(lookback));
  }

  private static JsonNode number(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0
        ? BigIntegerNode.valueOf(value.toBigInteger())
        : DecimalNode.valueOf(value);
  }

  private static Instant moment(BigDecimal value) {
    BigDecimal[] parts =
        value.multiply(SECOND).setScale(0, RoundingMode.FLOOR).divideAndRemainder(SECOND);
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
  }
}
