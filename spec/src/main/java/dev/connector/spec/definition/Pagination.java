package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Objects;
import java.util.Optional;

/** How the second page is asked for, and how the last one is recognised. */
public sealed interface Pagination {

  /** How many records a page has. */
  Optional<Size> size();

  /** How many records the API hands out for one query, whatever the number of pages. */
  Optional<Window> window();

  /**
   * Page numbers. Ends where {@code end} says, else with a page that is short or empty.
   *
   * @param first the number of the first page, 0 or 1
   */
  record Page(Placement parameter, int first, End end, Optional<Size> size, Optional<Window> window)
      implements Pagination {
    public Page {
      Objects.requireNonNull(parameter);
      Objects.requireNonNull(end);
      Objects.requireNonNull(size);
      Objects.requireNonNull(window);
    }
  }

  /** Numbers of records to skip. Ends where {@code end} says, else with a short or empty page. */
  record Offset(
      Placement parameter, int first, End end, Optional<Size> size, Optional<Window> window)
      implements Pagination {
    public Offset {
      Objects.requireNonNull(parameter);
      Objects.requireNonNull(end);
      Objects.requireNonNull(size);
      Objects.requireNonNull(window);
    }
  }

  /** An opaque token from the response before. Ends when there is none. */
  record Cursor(
      Placement parameter,
      Source next,
      Continuation continuation,
      End end,
      Optional<Size> size,
      Optional<Window> window)
      implements Pagination {
    public Cursor {
      Objects.requireNonNull(parameter);
      Objects.requireNonNull(next);
      Objects.requireNonNull(continuation);
      Objects.requireNonNull(end);
      Objects.requireNonNull(size);
      Objects.requireNonNull(window);
    }
  }

  /**
   * The key of the last record received. Ends where {@code end} says, else with an empty page.
   *
   * @param key where in the record it is
   */
  record Keyset(
      Placement parameter, JsonPointer key, End end, Optional<Size> size, Optional<Window> window)
      implements Pagination {
    public Keyset {
      Objects.requireNonNull(parameter);
      Objects.requireNonNull(key);
      Objects.requireNonNull(end);
      Objects.requireNonNull(size);
      Objects.requireNonNull(window);
    }
  }

  /** A URL in the response, followed only to hosts that are declared. Ends when there is none. */
  record NextLink(Source next, Optional<Size> size, Optional<Window> window) implements Pagination {
    public NextLink {
      Objects.requireNonNull(next);
      Objects.requireNonNull(size);
      Objects.requireNonNull(window);
    }
  }

  /** A {@code Link} header as RFC 8288 has it. Ends when there is none with that relation. */
  record LinkHeader(String relation, Optional<Size> size, Optional<Window> window)
      implements Pagination {
    public LinkHeader {
      Objects.requireNonNull(relation);
      Objects.requireNonNull(size);
      Objects.requireNonNull(window);
    }
  }

  /**
   * What says that there are no more pages.
   *
   * @param more a truth value: whether there are more
   * @param pages how many pages there are
   * @param total how many records there are
   */
  record End(Optional<Source> more, Optional<Source> pages, Optional<Source> total) {
    public End {
      Objects.requireNonNull(more);
      Objects.requireNonNull(pages);
      Objects.requireNonNull(total);
    }
  }

  /**
   * How many records a page is asked to have.
   *
   * @param parameter where the number goes; empty where the API decides and {@code value} is known
   */
  record Size(Optional<Placement> parameter, int value) {
    public Size {
      Objects.requireNonNull(parameter);
    }
  }

  /**
   * A cap on the records of one query.
   *
   * @param results the cap
   * @param restart whether to query again from the last record's cursor, which the resource's
   *     incremental operation makes possible when it sorts ascending; else the read ends as
   *     incomplete
   */
  record Window(int results, boolean restart) {}

  /**
   * How the requests after the first differ.
   *
   * @param first the token of the first request, for APIs that want one, such as {@code *}
   * @param operation the operation that returns further pages, where it is another
   * @param alone whether the token replaces all other parameters
   */
  record Continuation(Optional<String> first, Optional<String> operation, boolean alone) {
    public Continuation {
      Objects.requireNonNull(first);
      Objects.requireNonNull(operation);
    }
  }
}
