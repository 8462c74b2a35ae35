package dev.connector.runtime.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The {@code format} keyword, checked by hand where a pattern would cost too much. */
final class Formats {

  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*+)*+");

  private static final Map<String, Predicate<String>> KNOWN =
      Map.of(
          "date-time", Formats::isDateTime,
          "date", text -> text.length() == 10 && isDate(text),
          "email", Formats::isEmail,
          "uri", text -> isUri(text, true),
          "uri-reference", text -> isUri(text, false),
          "json-pointer", text -> POINTER.matcher(text).matches(),
          "uuid", text -> UUID.matcher(text).matches(),
          "duration", Formats::isDuration,
          "time", text -> isTime(text, 0));

  private Formats() {}

  /** The check of a format; empty where it is not known. */
  static Optional<Check> check(String format) {
    return Optional.ofNullable(KNOWN.get(format))
        .map(
            fits ->
                new Check.Plain(
                    found -> !found.isTextual() || fits.test(found.textValue()),
                    "must be of the format " + format));
  }

  private static boolean isDateTime(String text) {
    return text.length() >= 20
        && (text.charAt(10) == 'T' || text.charAt(10) == 't')
        && isDate(text)
        && isTime(text, 11);
  }

  /** Whether the first ten characters are a day that exists. */
  private static boolean isDate(String text) {
    if (!digits(text, 0, 4)
        || text.charAt(4) != '-'
        || !digits(text, 5, 7)
        || text.charAt(7) != '-'
        || !digits(text, 8, 10)) {
      return false;
    }
    int month = number(text, 5);
    int day = number(text, 8);
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    return day <= 28 || exists(number(text, 0) * 100 + number(text, 2), month, day);
  }

  private static boolean exists(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).getDayOfMonth() == day;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether from here on there is a time of day with an offset, as RFC 3339 has it. */
  private static boolean isTime(String text, int from) {
    int length = text.length();
    if (length < from + 9
        || !digits(text, from, from + 2)
        || text.charAt(from + 2) != ':'
        || !digits(text, from + 3, from + 5)
        || text.charAt(from + 5) != ':'
        || !digits(text, from + 6, from + 8)
        || number(text, from) > 23
        || number(text, from + 3) > 59
        || number(text, from + 6) > 60) {
      return false;
    }
    int at = from + 8;
    if (text.charAt(at) == '.') {
      int begin = ++at;
      while (at < length && isDigit(text.charAt(at))) {
        at++;
      }
      if (at == begin) {
        return false;
      }
    }
    return isOffset(text, at);
  }

  private static boolean isOffset(String text, int at) {
    int rest = text.length() - at;
    if (rest == 1) {
      return text.charAt(at) == 'Z' || text.charAt(at) == 'z';
    }
    return rest == 6
        && (text.charAt(at) == '+' || text.charAt(at) == '-')
        && digits(text, at + 1, at + 3)
        && text.charAt(at + 3) == ':'
        && digits(text, at + 4, at + 6)
        && number(text, at + 1) <= 23
        && number(text, at + 4) <= 59;
  }

  /** One {@code @}, with something on both sides that no address separates. */
  private static boolean isEmail(String text) {
    int at = text.indexOf('@');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '@' && i != at) || c == '<' || c == '>' || Character.isWhitespace(c)) {
        return false;
      }
    }
    return at >= 1 && at <= 64 && text.length() > at + 1 && text.length() <= at + 256;
  }

  private static boolean digits(String text, int from, int to) {
    if (text.length() < to) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }

  private static boolean isUri(String text, boolean absolute) {
    try {
      URI uri = new URI(text);
      return !absolute || uri.isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isDuration(String text) {
    try {
      return !Duration.parse(text).isNegative();
    } catch (DateTimeException e) {
      return text.matches("P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?") && text.length() > 1;
    }
  }
}
