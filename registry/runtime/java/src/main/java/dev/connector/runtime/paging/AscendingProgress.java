package dev.connector.runtime.paging;

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
  private final Visibility visibility;
  private final Optional<BigDecimal> from;
  private final Set<String> before;
  private final HandedOver handedOver;
  private Optional<BigDecimal> cursor;
  private Optional<BigDecimal> reached = Optional.empty();
  private Position position = Position.START;
  private Optional<BigDecimal> last = Optional.empty();
  private boolean undated;
  private boolean finished;

  AscendingProgress(Incremental incremental, Checkpoint checkpoint) {
    this.line = new CursorLine(incremental);
    this.visibility = new Visibility(incremental);
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
    visibility.asked(arrival.asked());
    List<JsonNode> fresh =
        arrival.records().stream().filter(found -> !before.contains(Digest.of(found))).toList();
    fresh.forEach(this::remember);
    last = line.ofLast(arrival.records()).or(() -> last);
    last.map(line::rounded).ifPresent(this::reach);
    cursor = Progress.later(cursor, last.map(visibility::cursor));
    arrival.next().ifPresent(next -> position = next);
    finished = arrival.last();
    return new Step(fresh, false);
  }

  @Override
  public Checkpoint checkpoint() {
    Optional<JsonNode> exact = cursor.map(line::exact);
    if (finished) {
      return new Checkpoint(exact, Optional.empty(), handedOver.names(), Optional.empty());
    }
    boolean byPosition = last.isEmpty() || undated || handedOver.size() > MEMORY;
    return byPosition
        ? new Checkpoint(exact, Optional.of(query(from, position)), Set.of(), Optional.empty())
        : new Checkpoint(
            exact,
            Optional.of(query(last.map(visibility::goingOn), Position.START)),
            handedOver.names(),
            Optional.empty());
  }

  private Checkpoint.Query query(Optional<BigDecimal> value, Position at) {
    return new Checkpoint.Query(value.map(line::exact), at, Optional.empty(), Optional.empty());
  }

  private void remember(JsonNode found) {
    Optional<BigDecimal> value = line.of(found);
    undated |= value.isEmpty(); // a query from any cursor value might give it again, or might not
    value.map(line::rounded).ifPresent(at -> handedOver.add(found, at));
  }

  private void reach(BigDecimal value) {
    if (reached.filter(earlier -> value.compareTo(earlier) < 0).isPresent()) {
      throw CursorLine.disorder();
    }
    reached = Optional.of(value);
    handedOver.forgetBefore(value);
  }
}
