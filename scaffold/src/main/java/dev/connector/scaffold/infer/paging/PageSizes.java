package dev.connector.scaffold.infer.paging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Pagination;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many records to ask for at once: as many as the document allows, within reason. */
final class PageSizes {

  /** More would make requests that time out, without saving many. */
  static final int LARGEST = 1000;

  private static final Pattern MOST =
      Pattern.compile(
          "(?:max(?:imum)?\\b|up to|at most|no more than|not exceed|exceeds?|greater than|larger than"
              + "|more than|less than or equal to|<=|≤|≦|capped at|limited to|highest)"
              + "[^0-9.;]{0,45}?(?<![0-9a-z_-])([0-9][0-9,_]*)(?![0-9.]*%)");
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:(?:between|from|range(?: is| of)?:?|values?:?|\\(|\\[)\\s*[`'\"]?[01][`'\"]?\\s*"
              + "(?:and|to|-|–|—|\\.\\.+|,|through)\\s*[`'\"]?([0-9][0-9,_]*))");
  private static final Pattern AFTERWARDS =
      Pattern.compile("([0-9][0-9,_]*)\\s*(?:is the max|\\(max|max\\b|maximum|at most)");
  private static final Pattern DEFAULT =
      Pattern.compile("default(?:s|ed)?(?: value| page size| limit)?(?: is| to|:|=|\\s)*([0-9][0-9,]*)");

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
    for (Pattern pattern : new Pattern[] {RANGE, AFTERWARDS, MOST}) {
      OptionalInt found = find(pattern, input.text());
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
    return declared.map(OptionalInt::of).orElseGet(() -> find(DEFAULT, input.text()));
  }

  private static OptionalInt find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text.length() > 2000 ? text.substring(0, 2000) : text);
    while (matcher.find()) {
      String digits = matcher.group(1).replace(",", "").replace("_", "");
      if (digits.length() < 7 && !digits.isEmpty() && Integer.parseInt(digits) > 1) {
        return OptionalInt.of(Integer.parseInt(digits));
      }
    }
    return OptionalInt.empty();
  }
}
