package dev.connector.runtime.paging;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where reading ends before the list does.
 *
 * @param records the most records the caller wants
 * @param pages the most pages the caller allows
 * @param window the most records the API gives to one query
 */
public record Caps(OptionalLong records, OptionalLong pages, OptionalInt window) {

  static final Caps NONE =
      new Caps(OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty());

  public Caps {
    if (records.orElse(0) < 0 || pages.orElse(1) < 1 || window.orElse(1) < 1) {
      throw new IllegalArgumentException("a cap is a positive number");
    }
  }
}
