package dev.connector.cli.command;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.TypeConversionException;

/** What becomes of a file that is there and differs from what would be written. */
enum OnConflict {
  /** The user is asked, file by file. */
  ASK,
  /** It stays as it is. */
  SKIP,
  /** It is replaced. */
  OVERWRITE,
  /** Nothing at all is written. */
  FAIL;

  private static final Map<String, OnConflict> BY_NAME =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(OnConflict::toString, it -> it));

  /** Reads what is typed. */
  static OnConflict parse(String typed) {
    OnConflict known = BY_NAME.get(typed);
    if (known == null) {
      throw new TypeConversionException(
          "\"" + typed + "\" is none of ask, skip, overwrite and fail");
    }
    return known;
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
