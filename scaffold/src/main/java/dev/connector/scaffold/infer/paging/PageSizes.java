package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Pagination;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many records to ask for at once: as many as the document allows, within reason. */
final class PageSizes {

  /** More would make requests that time out, without saving many. */
  static final int LARGEST = 1000;

  private static final String NUMBER = "(?<![0-9a-z_-])([0-9](?:[0-9,_]*[0-9])?)(?![0-9.]*%)";
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:between|from|range(?: is| of)?:?|values?:?|\\(|\\[)\\s*[`'\"]?[01][`'\"]?\\s*"
              + "(?:and|to|-|–|—|\\.\\.+|,|through)\\s*[`'\"]?([0-9](?:[0-9,_]*[0-9])?)");
  private static final Pattern AFTERWARDS =
      Pattern.compile(NUMBER + "\\s*(?:is the max|\\(max|max(?:imum)?\\))");
  private static final Pattern MAXIMUM =
      Pattern.compile("(?:\\bmax\\b|maximum)[^0-9.;]{0,45}?" + NUMBER);
  private static final Pattern BOUND =
      Pattern.compile(
          "(?:up to|at most|no more than|not exceed|exceeds?|greater than|larger than|more than"
              + "|less than or equal to|<=|≤|capped at|limited to|highest)[^0-9.;]{0,45}?"
              + NUMBER);
  private static final Pattern DEFAULT =
      Pattern.compile("default(?:s|ed)?(?: value| page size| limit)?(?: is| to|:|=|\\s)*" + NUMBER);
  private static final List<Pattern> LIMITS = List.of(RANGE, AFTERWARDS, MAXIMUM, BOUND);

  private PageSizes() {}

  /** Empty where the document gives no number to ask for. */
  static Optional<Pagination.Size> of(Optional<Input> size) {
    return size.flatMap(
        input -> {
          OptionalInt value = most(input);
          if (value.isEmpty()) {
            value = usual(input);
          }
          return value.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Pagination.Size(
                      Optional.of(input.placement()), Math.min(value.getAsInt(), LARGEST)));
        });
  }

  /** The largest number that is allowed. */
  static OptionalInt most(Input input) {
    Optional<BigDecimal> maximum =
        input.schema().maximum().or(() -> exclusive(input)).filter(PageSizes::isSensible);
    if (maximum.isPresent()) {
      return OptionalInt.of(maximum.get().intValue());
    }
    for (Pattern pattern : LIMITS) {
      OptionalInt found = largest(pattern, input.text());
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalInt.empty();
  }

  private static Optional<BigDecimal> exclusive(Input input) {
    return input
        .schema()
        .word("exclusiveMaximum")
        .filter(JsonNode::isNumber)
        .map(it -> it.decimalValue().subtract(BigDecimal.ONE));
  }

  private static boolean isSensible(BigDecimal most) {
    return most.signum() > 0 && most.compareTo(BigDecimal.valueOf(100_000)) <= 0;
  }

  private static OptionalInt usual(Input input) {
    Optional<Integer> declared =
        input
            .schema()
            .defaultValue()
            .filter(it -> it.isIntegralNumber() || it.isTextual())
            .map(it -> it.asInt(0))
            .filter(it -> it > 0);
    return declared.map(OptionalInt::of).orElseGet(() -> largest(DEFAULT, input.text()));
  }

  private static OptionalInt largest(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text.length() > 2000 ? text.substring(0, 2000) : text);
    int largest = 0;
    while (matcher.find()) {
      String digits = matcher.group(1).replace(",", "").replace("_", "");
      if (digits.length() < 7) {
        largest = Math.max(largest, Integer.parseInt(digits));
      }
    }
    return largest > 1 ? OptionalInt.of(largest) : OptionalInt.empty();
  }
}
