package dev.connector.spec.conformance.mock;

import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.TimeFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Compares the values of a cursor, however each of them is written. */
record Order(Incremental.Value value) {

  /**
   * What a value is compared by.
   *
   * @throws IllegalArgumentException where it is no value of the cursor
   */
  SortKey key(String text) {
    switch (value.type()) {
      case INTEGER:
        return new SortKey(Optional.of(new BigDecimal(text)), text);
      case TIMESTAMP:
      case DATE:
        return SortKey.time(moment(text));
      default:
        return SortKey.text(text);
    }
  }

  private Instant moment(String text) {
    if (text.indexOf('-', 1) < 0) {
      long number = Long.parseLong(text);
      return value.format().filter(TimeFormat.EPOCH_SECONDS::equals).isPresent()
          ? Instant.ofEpochSecond(number)
          : Instant.ofEpochMilli(number);
    }
    return SortKey.time(text)
        .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no time"));
  }
}
