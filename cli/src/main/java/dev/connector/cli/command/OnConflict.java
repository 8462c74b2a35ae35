package dev.connector.cli.command;

import java.util.Locale;

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

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
