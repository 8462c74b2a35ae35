package dev.connector.runtime.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * The kind of text a setting holds.
 *
 * @param description completes the sentence "the setting must be ..."
 * @param parse reads the text; throws {@link IllegalArgumentException} where it is malformed
 * @param hidden whether the text must not be seen
 */
public record Shape<T>(String description, Function<String, T> parse, boolean hidden) {

  private static final Shape<Secret> SECRET = new Shape<>("a secret", Secret::new, true);
  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  /** A text that may be seen. */
  public Shape(String description, Function<String, T> parse) {
    this(description, parse, false);
  }

  /** The same, not to be seen. */
  public Shape<T> hide() {
    return new Shape<>(description, parse, true);
  }

  public static Shape<String> text() {
    return new Shape<>("a text", Function.identity());
  }

  /** A text that matches as a whole. */
  public static Shape<String> matching(Pattern pattern) {
    return new Shape<>(
        "a text of the form " + pattern, text -> checked(text, pattern.matcher(text).matches()));
  }

  /** One of these texts. */
  public static Shape<String> oneOf(List<String> texts) {
    return new Shape<>("one of " + texts, text -> checked(text, texts.contains(text)));
  }

  public static Shape<Secret> secret() {
    return SECRET;
  }

  /** A secret of this form. */
  public static Shape<Secret> secret(Pattern pattern) {
    Function<String, Secret> read = matching(pattern).parse().andThen(Secret::new);
    return new Shape<>("a secret of the form " + pattern, read, true);
  }

  public static Shape<HttpUrl> url() {
    return new Shape<>("an http or https URL", HttpUrl::get);
  }

  /** A calendar day. */
  public static Shape<LocalDate> day() {
    return new Shape<>("a day such as 2026-01-31", Shape::parseDay);
  }

  /** A whole number within bounds, both included. */
  public static Shape<Long> number(long from, long to) {
    return new Shape<>(
        "a whole number from " + from + " to " + to,
        text -> {
          long number = Long.parseLong(text);
          return checked(number, from <= number && number <= to);
        });
  }

  /** A decimal number within bounds, both included. */
  public static Shape<Double> decimal(long from, long to) {
    return new Shape<>(
        "a number from " + from + " to " + to,
        text -> {
          double number = new BigDecimal(text).doubleValue();
          return checked(number, from <= number && number <= to);
        });
  }

  /** A length of time of at least a millisecond, such as {@code 500ms}, {@code 30s} or ISO 8601. */
  public static Shape<Duration> duration() {
    return new Shape<>(
        "a duration such as 500ms, 30s, 5m, 1h, 1d or PT1M30S, at most 366 days",
        text -> {
          Duration duration = parseDuration(text);
          return checked(
              duration, duration.toDays() <= 366 && duration.compareTo(Duration.ofMillis(1)) >= 0);
        });
  }

  /** Rates, separated by commas, such as {@code 100/10s,250000/1d}; a third part is the burst. */
  public static Shape<List<RateLimit>> rates() {
    return new Shape<>(
        "rates such as 100/10s,250000/1d or, with a burst, 100/10s/20",
        text -> Stream.of(text.split(",", -1)).map(Shape::rate).collect(Collectors.toList()));
  }

  private static RateLimit rate(String text) {
    String[] parts = text.strip().split("/", -1);
    checked(parts, parts.length == 2 || parts.length == 3);
    RateLimit rate = RateLimit.of(Long.parseLong(parts[0]), duration().parse().apply(parts[1]));
    return parts.length == 3 ? rate.burst(Long.parseLong(parts[2])) : rate;
  }

  private static LocalDate parseDay(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Duration parseDuration(String text) {
    Matcher matcher = SHORT_DURATION.matcher(text);
    if (matcher.matches()) {
      return UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static <T> T checked(T value, boolean valid) {
    if (!valid) {
      throw new IllegalArgumentException("out of shape");
    }
    return value;
  }
}
