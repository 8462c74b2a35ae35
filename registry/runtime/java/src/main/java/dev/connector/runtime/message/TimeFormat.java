package dev.connector.runtime.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How an API wants a moment written; formats coarser than the moment round it down. */
public enum TimeFormat {
  /** {@code 2026-01-31T12:00:00.123Z}, always in UTC. */
  ISO8601 {
    @Override
    public JsonNode write(Instant moment) {
      return TextNode.valueOf(moment.toString());
    }
  },
  /** Whole seconds since 1970. */
  EPOCH_SECONDS {
    @Override
    public JsonNode write(Instant moment) {
      return LongNode.valueOf(moment.getEpochSecond());
    }
  },
  /** Milliseconds since 1970. */
  EPOCH_MILLIS {
    @Override
    public JsonNode write(Instant moment) {
      return LongNode.valueOf(moment.toEpochMilli());
    }
  },
  /** {@code 2026-01-31}, the day in UTC. */
  DATE {
    @Override
    public JsonNode write(Instant moment) {
      return TextNode.valueOf(LocalDate.ofInstant(moment, ZoneOffset.UTC).toString());
    }
  };

  /** Numbers from here on count milliseconds: as seconds they would lie beyond the year 5000. */
  private static final BigDecimal MILLIS = new BigDecimal("100000000000");

  /** More digits than any time has; an exponent may stand for billions. */
  private static final int LONGEST = 1000;

  private static final DateTimeFormatter LENIENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T']['t'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** The moment as this format writes it: text, or a number. */
  public abstract JsonNode write(Instant moment);

  /**
   * Reads whatever APIs call a timestamp: ISO 8601 with or without offset (none means UTC), a date,
   * or seconds or milliseconds since 1970 as a number or its text.
   *
   * @throws DateTimeException where the value is none of these
   */
  public static Instant read(JsonNode value) {
    try {
      return value.isNumber() ? fromNumber(value.decimalValue()) : fromText(value.asText());
    } catch (ArithmeticException | NumberFormatException unreadable) {
      throw new DateTimeException("not a timestamp: " + value, unreadable);
    }
  }

  private static Instant fromText(String text) {
    if (text.matches("-?\\d{8,}(\\.\\d+)?")) {
      return fromNumber(new BigDecimal(text));
    }
    TemporalAccessor parsed =
        LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    return parsed instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant fromNumber(BigDecimal number) {
    if (Math.abs((long) number.scale()) > LONGEST) {
      throw new ArithmeticException("writing it out would take all memory");
    }
    BigDecimal nanos = number.movePointRight(number.abs().compareTo(MILLIS) >= 0 ? 6 : 9);
    BigDecimal[] parts =
        nanos.setScale(0, RoundingMode.FLOOR).divideAndRemainder(BigDecimal.TEN.pow(9));
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
  }
}
