package dev.connector.runtime.paging;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a read can be sure to have seen, where records become visible up to the lookback after the
 * time of their change: those that were due when it began.
 */
final class Visibility {
  private final CursorLine line;
  private final Duration lookback;
  private Optional<BigDecimal> begun = Optional.empty();

  Visibility(Incremental incremental) {
    this.line = new CursorLine(incremental);
    this.lookback = incremental.lookback();
  }

  /** Takes in when a page was asked for; the first one counts. */
  void asked(Instant moment) {
    begun = begun.or(() -> Optional.of(line.of(moment)));
  }

  /** The cursor of a read that got so far; the next read goes back from it by the lookback. */
  BigDecimal cursor(BigDecimal reached) {
    return lookback.isZero() ? reached : reached.min(begun.orElseThrow());
  }

  /** Where to go on if this read ends here: going back from there again might never end. */
  BigDecimal goingOn(BigDecimal reached) {
    return lookback.isZero() ? reached : reached.min(line.before(begun.orElseThrow(), lookback));
  }
}
