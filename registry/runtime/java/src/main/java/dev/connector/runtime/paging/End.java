package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.message.ResponseValue;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How an API tells that a list is over, besides giving no way to the next page. Where it tells
 * nothing, numbered pages end with the first empty one: a short page proves nothing, because
 * servers cut the page size down and leave records out.
 */
public sealed interface End {

  /**
   * Whether the list is over after {@code page}; empty where the page does not say.
   *
   * @param after the position behind the page
   */
  Optional<Boolean> reached(Page page, Position after);

  /** How many records the whole list has, where the page says so. */
  default OptionalLong total(Page page) {
    return OptionalLong.empty();
  }

  /** The API tells nothing. */
  static End untold() {
    return new Untold();
  }

  /** A page without records is the last, even if it leads to another. */
  static End emptyPage() {
    return new ShorterThan(1);
  }

  /**
   * A page of fewer records than this is the last. Only for APIs that always fill a page and never
   * give fewer records than asked; where they do, records are lost.
   */
  static End shorterThan(int records) {
    return new ShorterThan(records);
  }

  /** A flag that is true while there are further pages. */
  static End hasMore(ResponseValue flag) {
    return new HasMore(flag);
  }

  /** The number of pages. */
  static End totalPages(ResponseValue pages) {
    return new TotalPages(pages);
  }

  /** The number of records. */
  static End totalRecords(ResponseValue records) {
    return new TotalRecords(records);
  }

  /** See {@link #untold}. */
  record Untold() implements End {
    @Override
    public Optional<Boolean> reached(Page page, Position after) {
      return Optional.empty();
    }
  }

  /** See {@link #shorterThan}. */
  record ShorterThan(int records) implements End {
    @Override
    public Optional<Boolean> reached(Page page, Position after) {
      return Optional.of(page.records().size() < records);
    }
  }

  /** See {@link #hasMore}. */
  record HasMore(ResponseValue flag) implements End {
    @Override
    public Optional<Boolean> reached(Page page, Position after) {
      return flag.in(page.response()).map(value -> !truth(value));
    }

    /** Strict, because a misread "yes" would lose the rest of the list. */
    private boolean truth(JsonNode value) {
      String text = value.asText().strip().toLowerCase(Locale.ROOT);
      if (Set.of("true", "yes", "y", "1").contains(text)) {
        return true;
      }
      if (Set.of("false", "no", "n", "0").contains(text)) {
        return false;
      }
      throw new ApiException(ErrorCode.PARSING_ERROR, "the answer has no flag at " + flag);
    }
  }

  /** See {@link #totalPages}. */
  record TotalPages(ResponseValue pages) implements End {
    @Override
    public Optional<Boolean> reached(Page page, Position after) {
      return pages.in(page.response()).map(value -> after.pages() >= count(value, pages));
    }
  }

  /** See {@link #totalRecords}; an empty page ends the list, too, and then it is incomplete. */
  record TotalRecords(ResponseValue records) implements End {
    @Override
    public Optional<Boolean> reached(Page page, Position after) {
      return records
          .in(page.response())
          .map(value -> page.records().isEmpty() || after.records() >= count(value, records));
    }

    @Override
    public OptionalLong total(Page page) {
      return records.in(page.response()).stream()
          .mapToLong(value -> count(value, records))
          .findFirst();
    }
  }

  private static long count(JsonNode value, ResponseValue where) {
    try {
      return value.isNumber() ? value.longValue() : Long.parseLong(value.asText().strip());
    } catch (NumberFormatException noNumber) {
      throw new ApiException(ErrorCode.PARSING_ERROR, "the answer has no number at " + where);
    }
  }
}
