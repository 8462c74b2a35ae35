package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Notices when paging gets nowhere: a position that comes a second time, a page that repeats the
 * one before it, or no end of empty pages. Its memory is bounded.
 */
final class ProgressGuard {
  private static final int POSITIONS = 1000;
  private static final int EMPTY_PAGES = 1000;

  private final Set<String> positions = new LinkedHashSet<>();
  private Optional<Fingerprint> lastPage = Optional.empty();
  private int emptyPages;

  /** Checks a page against the one before it. */
  void arrived(Page page) {
    if (page.records().isEmpty()) {
      if (++emptyPages > EMPTY_PAGES) {
        throw stuck("gave " + EMPTY_PAGES + " empty pages in a row");
      }
      return;
    }
    emptyPages = 0;
    Optional<Fingerprint> fingerprint = Optional.of(Fingerprint.of(page.records()));
    if (fingerprint.equals(lastPage)) {
      throw stuck("gave the same page twice");
    }
    lastPage = fingerprint;
  }

  /** Checks where the API wants to go on. */
  void leavingFor(JsonNode token) {
    if (!positions.add(Digest.of(token))) {
      throw stuck("gave the same cursor or link twice");
    }
    if (positions.size() > POSITIONS) {
      positions.remove(positions.iterator().next());
    }
  }

  private static ApiException stuck(String how) {
    return new ApiException(
        ErrorCode.PARSING_ERROR, "the API " + how + "; reading on would never end");
  }
}
