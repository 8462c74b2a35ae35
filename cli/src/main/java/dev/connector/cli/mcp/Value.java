package dev.connector.cli.mcp;

import dev.connector.spec.ConnectorException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A value that a caller gave for a property, as words of a command line. */
record Value(Property property, Object given) {

  List<String> words() {
    if (!property.many()) {
      return List.of(word(given));
    }
    if (!(given instanceof List<?> list)) {
      throw wrong("an array");
    }
    List<String> words = new ArrayList<>();
    list.forEach(each -> words.add(word(each)));
    if (words.isEmpty() && property.required()) {
      throw wrong("an array of at least one");
    }
    return words;
  }

  private String word(Object value) {
    if (property.flag()) {
      return require(value instanceof Boolean, value, "true or false");
    }
    if (property.whole()) {
      String number =
          require(
              value instanceof Integer || value instanceof Long || value instanceof BigInteger,
              value,
              "a whole number");
      requireWithin(new BigInteger(number));
      return number;
    }
    String text = require(value instanceof String, value, "a string");
    return require(text.indexOf('\0') < 0, text, "a string without NUL");
  }

  private void requireWithin(BigInteger number) {
    long most = property.bounds().path("maximum").asLong(Integer.MAX_VALUE);
    long least = property.bounds().path("minimum").asLong(Integer.MIN_VALUE);
    if (number.compareTo(BigInteger.valueOf(most)) > 0
        || number.compareTo(BigInteger.valueOf(least)) < 0) {
      throw wrong("from " + least + " to " + most);
    }
  }

  private String require(boolean right, Object value, String what) {
    if (!right) {
      throw wrong(what);
    }
    return String.valueOf(value);
  }

  private ConnectorException wrong(String what) {
    return usage(
        "\"" + property.name() + "\" is to be " + what,
        String.join(" ", property.argument().description()));
  }

  static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}
