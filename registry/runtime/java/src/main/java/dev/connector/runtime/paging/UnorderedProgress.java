package dev.connector.runtime.paging;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Records in no order: a value seen says nothing about those to come, so the cursor moves only when
 * the list was read to its end, and an interrupted read goes on at its next page.
 */
final class UnorderedProgress implements Progress {
  private final CursorLine line;
  private final boolean byTime;
  private final Optional<BigDecimal> from;
  private Optional<BigDecimal> cursor;
  private Optional<BigDecimal> highest = Optional.empty();
  private Optional<Instant> until = Optional.empty();
  private Position position = Position.START;
  private boolean finished;

  UnorderedProgress(Incremental incremental, Checkpoint checkpoint) {
    this.line = new CursorLine(incremental);
    this.byTime = incremental.filter().format().isPresent();
    this.cursor = checkpoint.cursor().map(line::read);
    if (checkpoint.query().isPresent()) {
      Checkpoint.Query unfinished = checkpoint.query().get();
      this.from = unfinished.from().map(line::read);
      this.position = unfinished.position();
      this.highest = unfinished.highest().map(line::read);
      this.until = unfinished.until();
    } else {
      this.from = Progress.start(incremental, checkpoint);
    }
  }

  @Override
  public Optional<BigDecimal> from() {
    return from;
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public Step arrived(Arrival arrival) {
    until = until.or(() -> Optional.of(arrival.asked()));
    arrival.records().forEach(found -> highest = Progress.later(highest, line.of(found)));
    arrival.next().ifPresent(next -> position = next);
    if (arrival.last()) {
      finished = true;
      cursor = Progress.later(cursor, sure());
    }
    return new Step(arrival.records(), false);
  }

  @Override
  public Checkpoint checkpoint() {
    Optional<Checkpoint.Query> unfinished =
        finished
            ? Optional.empty()
            : Optional.of(
                new Checkpoint.Query(
                    from.map(line::exact), position, highest.map(line::exact), until));
    return new Checkpoint(cursor.map(line::exact), unfinished, Set.of(), Optional.empty());
  }

  /**
   * A record that changed during the read, behind its back, is older than others that changed later
   * and were seen: nothing after the beginning of the read is sure.
   */
  private Optional<BigDecimal> sure() {
    return byTime ? highest.map(value -> value.min(line.of(until.orElseThrow()))) : highest;
  }
}
