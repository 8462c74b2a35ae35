package dev.connector.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** The keywords that demand something of a value by itself. */
final class Keywords {

  private Keywords() {}

  /** The check of a keyword; empty where it is not known. */
  static Optional<Check> check(String keyword, JsonNode value) {
    switch (keyword) {
      case "type":
        return Optional.of(Types.check(value));
      case "required":
        return Optional.of(required(value));
      case "enum":
        return Optional.of(oneOf(value));
      case "const":
        return plain(found -> same(found, value), "must be " + value);
      case "format":
        return Formats.check(value.asText());
      case "pattern":
        return pattern(value.asText());
      case "minLength":
        return text(
            length -> length >= value.asInt(), "must have " + value + " characters or more");
      case "maxLength":
        return text(
            length -> length <= value.asInt(), "must have at most " + value + " characters");
      case "minItems":
        return size(JsonNode::isArray, n -> n >= value.asInt(), "must have " + value + " or more");
      case "maxItems":
        return size(JsonNode::isArray, n -> n <= value.asInt(), "must have at most " + value);
      case "minProperties":
        return size(JsonNode::isObject, n -> n >= value.asInt(), "must have " + value + " or more");
      case "maxProperties":
        return size(JsonNode::isObject, n -> n <= value.asInt(), "must have at most " + value);
      case "uniqueItems":
        return plain(
            found -> !value.asBoolean() || !found.isArray() || distinct(found),
            "must not have an element twice");
      case "minimum":
        return number(value, order -> order >= 0, "must be at least " + value);
      case "maximum":
        return number(value, order -> order <= 0, "must be at most " + value);
      case "exclusiveMinimum":
        return number(value, order -> order > 0, "must be more than " + value);
      case "exclusiveMaximum":
        return number(value, order -> order < 0, "must be less than " + value);
      case "multipleOf":
        return multiple(value.decimalValue());
      default:
        return Optional.empty();
    }
  }

  private static Check required(JsonNode names) {
    List<Check> checks = new ArrayList<>();
    names.forEach(
        name ->
            checks.add(
                new Check.Plain(
                    found -> !found.isObject() || found.has(name.textValue()),
                    "lacks " + name.textValue())));
    return new Check.All(checks);
  }

  private static Check oneOf(JsonNode values) {
    Set<String> texts = new HashSet<>();
    List<JsonNode> others = new ArrayList<>();
    values.forEach(
        value -> {
          if (value.isTextual()) {
            texts.add(value.textValue());
          } else {
            others.add(value);
          }
        });
    return new Check.Plain(
        found ->
            found.isTextual()
                ? texts.contains(found.textValue())
                : others.stream().anyMatch(value -> same(found, value)),
        "must be one of " + values);
  }

  /** As JSON Schema compares: 1.0 is 1. */
  private static boolean same(JsonNode one, JsonNode other) {
    return one.equals(
        (left, right) ->
            left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue())
                : left.equals(right) ? 0 : 1,
        other);
  }

  private static Optional<Check> pattern(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return plain(
        found -> !found.isTextual() || pattern.matcher(found.textValue()).find(),
        "must match " + regex);
  }

  private static Optional<Check> text(IntPredicate fits, String message) {
    return plain(
        found -> {
          if (!found.isTextual()) {
            return true;
          }
          String text = found.textValue();
          return fits.test(text.codePointCount(0, text.length()));
        },
        message);
  }

  private static Optional<Check> size(
      Predicate<JsonNode> concerned, IntPredicate fits, String message) {
    ToIntFunction<JsonNode> size = JsonNode::size;
    return plain(found -> !concerned.test(found) || fits.test(size.applyAsInt(found)), message);
  }

  private static Optional<Check> number(JsonNode bound, IntPredicate fits, String message) {
    BigDecimal limit = bound.decimalValue();
    return plain(
        found -> !found.isNumber() || fits.test(found.decimalValue().compareTo(limit)), message);
  }

  private static Optional<Check> multiple(BigDecimal of) {
    return plain(
        found -> !found.isNumber() || found.decimalValue().remainder(of).signum() == 0,
        "must be a multiple of " + of);
  }

  private static boolean distinct(JsonNode array) {
    for (int i = 0; i < array.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (same(array.get(i), array.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Optional<Check> plain(Check.Condition condition, String message) {
    return Optional.of(new Check.Plain(condition, message));
  }
}
