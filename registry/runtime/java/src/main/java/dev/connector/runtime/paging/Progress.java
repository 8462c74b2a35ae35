package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an incremental read remembers from page to page, and decides by it. */
interface Progress {

  /** The filter value of the query to ask now; empty to ask without the filter. */
  Optional<BigDecimal> from();

  /** Where in that query to begin. */
  Position position();

  /** Takes in a page. */
  Step arrived(Arrival arrival);

  /** The checkpoint after the last page that arrived. */
  Checkpoint checkpoint();

  /**
   * A page and what is known about the way on.
   *
   * @param page the page
   * @param next the page after it; empty where there is none
   * @param cutOff whether there is none because the API's result window is used up
   * @param asked when the page was asked for
   */
  record Arrival(Page page, Optional<Position> next, boolean cutOff, Instant asked) {

    List<JsonNode> records() {
      return page.records();
    }

    boolean last() {
      return next.isEmpty() && !cutOff;
    }
  }

  /**
   * What to do after a page.
   *
   * @param fresh the records that were not handed over before
   * @param restart whether to ask a new query, see {@link #from}
   */
  record Step(List<JsonNode> fresh, boolean restart) {}

  /** The memory that fits the order in which the API gives the records. */
  static Progress of(Incremental incremental, Checkpoint checkpoint) {
    switch (incremental.order()) {
      case ASCENDING:
        return new AscendingProgress(incremental, checkpoint);
      case ROLLING:
        return new RollingProgress(incremental, checkpoint);
      default:
        return new UnorderedProgress(incremental, checkpoint);
    }
  }

  /** Where a query begins that has no unfinished one before it. */
  static Optional<BigDecimal> start(Incremental incremental, Checkpoint checkpoint) {
    CursorLine line = new CursorLine(incremental);
    return checkpoint
        .cursor()
        .map(cursor -> line.before(line.read(cursor), incremental.lookback()))
        .or(() -> incremental.filter().initial().map(line::read));
  }

  /** The later of two cursor values; a cursor never moves backwards. */
  static Optional<BigDecimal> later(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.map(value -> value.max(other.orElse(value))).or(() -> other);
  }
}
