package dev.connector.spec.conformance.mock;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a text is compared by: numbers and times as numbers, times as milliseconds since 1970. */
record SortKey(Optional<BigDecimal> number, String text) implements Comparable<SortKey> {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  static SortKey of(String text) {
    if (NUMBER.matcher(text).matches()) {
      return new SortKey(Optional.of(new BigDecimal(text)), text);
    }
    return DAY.matcher(text).lookingAt()
        ? new SortKey(time(text).map(SortKey::millis), text)
        : new SortKey(Optional.empty(), text);
  }

  static SortKey text(String text) {
    return new SortKey(Optional.empty(), text);
  }

  static SortKey time(Instant time) {
    return new SortKey(Optional.of(millis(time)), "");
  }

  /** The time that an ISO 8601 text says, as a day or to the second. */
  static Optional<Instant> time(String text) {
    try {
      if (text.length() == 20 && text.charAt(19) == 'Z') {
        return Optional.of(second(text));
      }
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** What generated times look like; a search compares tens of thousands of them. */
  private static Instant second(String text) {
    return LocalDateTime.of(
            part(text, 0, 4),
            part(text, 5, 7),
            part(text, 8, 10),
            part(text, 11, 13),
            part(text, 14, 16),
            part(text, 17, 19))
        .toInstant(ZoneOffset.UTC);
  }

  private static int part(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static BigDecimal millis(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond(), -3).add(BigDecimal.valueOf(time.getNano(), 6));
  }

  @Override
  public int compareTo(SortKey other) {
    return number.isPresent() && other.number.isPresent()
        ? number.get().compareTo(other.number.get())
        : text.compareTo(other.text);
  }
}
