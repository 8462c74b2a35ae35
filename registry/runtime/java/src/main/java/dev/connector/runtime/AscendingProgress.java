package dev.connector.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Records by their cursor: everything before the last record of a page has been handed over, so an
 * interrupted read begins again from there, whatever became of its page tokens.
 */
final class AscendingProgress implements Progress {
  /** More records with one cursor value than this are not remembered, but paged through. */
  private static final int MEMORY = 10_000;

  private final CursorLine line;
  private final Optional<BigDecimal> from;
  private final Set<String> before;
  private final HandedOver handedOver;
  private Optional<BigDecimal> cursor;
  private Optional<BigDecimal> reached = Optional.empty();
  private Position position = Position.START;
  private boolean byPosition;

  AscendingProgress(Incremental incremental, Checkpoint checkpoint) {
    this.line = new CursorLine(incremental);
    this.cursor = checkpoint.cursor().map(line::read);
    this.before = checkpoint.handedOver();
    this.handedOver = new HandedOver(before, cursor.map(line::rounded));
    if (checkpoint.query().isPresent()) {
      this.from = checkpoint.query().get().from().map(line::read);
      this.position = checkpoint.query().get().position();
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
    List<JsonNode> fresh =
        arrival.records().stream().filter(found -> !before.contains(Digest.of(found))).toList();
    fresh.forEach(
        found -> line.of(found).map(line::rounded).ifPresent(at -> handedOver.add(found, at)));
    Optional<BigDecimal> last = line.ofLast(arrival.records());
    last.map(line::rounded).ifPresent(this::reach);
    cursor = Progress.later(cursor, last);
    arrival.next().ifPresent(next -> position = next);
    byPosition = !arrival.last() && (last.isEmpty() || handedOver.size() > MEMORY);
    return new Step(fresh, false);
  }

  @Override
  public Checkpoint checkpoint() {
    Optional<JsonNode> exact = cursor.map(line::exact);
    if (!byPosition) {
      return new Checkpoint(exact, Optional.empty(), handedOver.names(), Optional.empty());
    }
    Checkpoint.Query unfinished =
        new Checkpoint.Query(from.map(line::exact), position, Optional.empty(), Optional.empty());
    return new Checkpoint(exact, Optional.of(unfinished), Set.of(), Optional.empty());
  }

  private void reach(BigDecimal value) {
    if (reached.filter(earlier -> value.compareTo(earlier) < 0).isPresent()) {
      throw new ApiException(
          ErrorCode.PARSING_ERROR, "the API does not give the records in the order of the cursor");
    }
    reached = Optional.of(value);
    handedOver.forgetBefore(value);
  }
}
