package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records by their cursor, where each query begins at the cursor value of the last record before
 * it. A page token is used only while one value fills whole pages; a record that changes meanwhile
 * leaves these pages and moves the others up, past the reader. So such a value is read again until
 * two readings agree, which proves that nothing had moved in the first.
 */
final class RollingProgress implements Progress {
  /** Where ties come in another order each time, a reading without anything new must do. */
  private static final int READINGS = 5;

  private final CursorLine line;
  private final Visibility visibility;
  private final HandedOver handedOver;
  private Optional<BigDecimal> cursor;
  private BigDecimal from;
  private Reading reading = new Reading();
  private Optional<Reading> before = Optional.empty();
  private int readings = 1;
  private boolean finished;

  RollingProgress(Incremental incremental, Checkpoint checkpoint) {
    this.line = new CursorLine(incremental);
    this.visibility = new Visibility(incremental);
    this.cursor = checkpoint.cursor().map(line::read);
    this.from =
        checkpoint
            .query()
            .flatMap(Checkpoint.Query::from)
            .map(line::read)
            .or(() -> Progress.start(incremental, checkpoint))
            .map(line::rounded)
            .orElseThrow();
    this.handedOver = new HandedOver(checkpoint.handedOver(), cursor.map(line::rounded));
  }

  @Override
  public Optional<BigDecimal> from() {
    return Optional.of(from);
  }

  @Override
  public Position position() {
    return Position.START;
  }

  @Override
  public Step arrived(Arrival arrival) {
    visibility.asked(arrival.asked());
    List<JsonNode> fresh =
        arrival.records().stream().filter(found -> !handedOver.contains(found)).toList();
    fresh.forEach(
        found -> line.of(found).map(line::rounded).ifPresent(at -> handedOver.add(found, at)));
    reading.add(arrival.records(), fresh);
    Optional<BigDecimal> last = line.ofLast(arrival.records());
    boolean beyond = last.map(line::rounded).filter(this::beyond).isPresent();
    if (!beyond && !arrival.last()) {
      return new Step(fresh, false);
    }
    if (!settled()) {
      before = Optional.of(reading);
      reading = new Reading();
      readings++;
      return new Step(fresh, true);
    }
    if (beyond) {
      cursor = Progress.later(cursor, last.map(visibility::cursor));
      from = line.rounded(last.orElseThrow());
      handedOver.forgetBefore(from);
      before = Optional.empty();
      reading = new Reading();
      readings = 1;
    }
    finished = arrival.last();
    return new Step(fresh, !finished);
  }

  @Override
  public Checkpoint checkpoint() {
    Checkpoint.Query unfinished =
        new Checkpoint.Query(
            Optional.of(line.exact(visibility.goingOn(from))),
            Position.START,
            Optional.empty(),
            Optional.empty());
    return new Checkpoint(
        cursor.map(line::exact),
        finished ? Optional.empty() : Optional.of(unfinished),
        handedOver.names(),
        Optional.empty());
  }

  private boolean beyond(BigDecimal last) {
    if (last.compareTo(from) < 0) {
      throw CursorLine.disorder();
    }
    return last.compareTo(from) > 0;
  }

  private boolean settled() {
    return reading.pages == 1
        || before.filter(earlier -> earlier.names.equals(reading.names)).isPresent()
        || (readings >= READINGS && !reading.news);
  }

  /** One reading of the records whose cursor value is the one that the query begins at. */
  private final class Reading {
    private final List<String> names = new ArrayList<>();
    private int pages;
    private boolean news;

    void add(List<JsonNode> records, List<JsonNode> fresh) {
      pages++;
      records.stream().filter(this::atStart).map(Digest::of).forEach(names::add);
      news |= fresh.stream().anyMatch(this::atStart);
    }

    private boolean atStart(JsonNode found) {
      return line.of(found).map(line::rounded).filter(at -> at.compareTo(from) == 0).isPresent();
    }
  }
}
