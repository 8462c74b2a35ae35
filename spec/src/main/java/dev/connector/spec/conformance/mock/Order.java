package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Incremental.Type;
import dev.connector.spec.definition.TimeFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Compares the values of a cursor, however each of them is written. */
record Order(Incremental.Value value) {

  /** What a record's value is compared by: it need not write a time as a request does. */
  SortKey of(JsonNode found) {
    String text = found.asText();
    boolean time = value.type() == Type.TIMESTAMP || value.type() == Type.DATE;
    if (!time || !isNumber(text)) {
      return key(text);
    }
    DecimalNode number = DecimalNode.valueOf(new BigDecimal(text));
    return SortKey.time(dev.connector.runtime.message.TimeFormat.read(number));
  }

  /**
   * What a value in a request is compared by.
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
    if (isNumber(text)) {
      long number = Long.parseLong(text);
      return value.format().filter(TimeFormat.EPOCH_SECONDS::equals).isPresent()
          ? Instant.ofEpochSecond(number)
          : Instant.ofEpochMilli(number);
    }
    return SortKey.time(text)
        .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no time"));
  }

  private static boolean isNumber(String text) {
    return text.indexOf('-', 1) < 0;
  }
}
