package dev.connector.runtime.paging;

/**
 * Why a stream ended although the API has, or may have, more records.
 *
 * @param reason what set the end
 * @param message the same for people
 */
public record Incomplete(Reason reason, String message) {

  /** What set the end. */
  public enum Reason {
    /** The caller asked for this many records. */
    LIMIT,
    /** The caller allowed this many pages. */
    PAGE_CAP,
    /** The API gives no more results to one query. */
    WINDOW,
    /** The API announced more records than it gave. */
    TOTAL
  }
}
