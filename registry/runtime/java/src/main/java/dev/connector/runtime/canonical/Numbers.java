package dev.connector.runtime.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Exact numbers, read from JSON and written back. */
final class Numbers {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,4})?");

  /** More digits than any amount has; an exponent may stand for billions of them. */
  private static final int LONGEST = 1000;

  private Numbers() {}

  /** A number, or a text that is one; empty for all else, and where it is absurdly long. */
  static Optional<BigDecimal> read(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(value.decimalValue()).filter(Numbers::isShort);
    }
    String text = value.isTextual() ? value.textValue() : "";
    return text.length() <= LONGEST && NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text)).filter(Numbers::isShort)
        : Optional.empty();
  }

  private static boolean isShort(BigDecimal number) {
    return number.precision() <= LONGEST && Math.abs((long) number.scale()) <= LONGEST;
  }

  /** All digits, zeros at the end included. */
  static JsonNode text(BigDecimal number) {
    return TextNode.valueOf(number.toPlainString());
  }

  /** The number in the smallest form that holds it, as reading it from JSON would give. */
  static Optional<JsonNode> whole(BigDecimal number) {
    if (number.stripTrailingZeros().scale() > 0) {
      return Optional.empty();
    }
    BigInteger integer = number.toBigIntegerExact();
    if (integer.bitLength() < Long.SIZE) {
      long small = integer.longValueExact();
      return Optional.of(
          (int) small == small ? IntNode.valueOf((int) small) : LongNode.valueOf(small));
    }
    return Optional.of(BigIntegerNode.valueOf(integer));
  }

  /**
   * The point in time so many seconds after 1970.
   *
   * @throws ArithmeticException where no point in time is as far away
   */
  static Instant moment(BigDecimal seconds) {
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    BigDecimal nanos = seconds.subtract(whole).movePointRight(9);
    return Instant.ofEpochSecond(whole.longValueExact(), nanos.longValue());
  }
}
