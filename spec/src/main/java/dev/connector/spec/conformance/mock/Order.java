package dev.connector.spec.conformance.mock;

import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.TimeFormat;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Compares the values of a cursor, however each of them is written. */
record Order(Incremental.Value value) {

  /**
   * Negative where {@code one} is before {@code other}.
   *
   * @throws IllegalArgumentException where one of them is no value of the cursor
   */
  int compare(String one, String other) {
    switch (value.type()) {
      case INTEGER:
        return new BigDecimal(one).compareTo(new BigDecimal(other));
      case TIMESTAMP:
      case DATE:
        return moment(one).compareTo(moment(other));
      default:
        return one.compareTo(other);
    }
  }

  private Instant moment(String text) {
    try {
      if (text.matches("-?\\d+")) {
        long number = Long.parseLong(text);
        return value.format().filter(TimeFormat.EPOCH_SECONDS::equals).isPresent()
            ? Instant.ofEpochSecond(number)
            : Instant.ofEpochMilli(number);
      }
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException("\"" + text + "\" is no time", malformed);
    }
  }
}
