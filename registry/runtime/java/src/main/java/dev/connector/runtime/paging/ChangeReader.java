package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Parameter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads changes page by page: first the list itself, then that of deleted records if there is. */
final class ChangeReader {

  /**
   * What a page brought.
   *
   * @param changes what was not handed over before
   * @param checkpoint the state once all of them have been handed over
   */
  record Batch(List<Change<JsonNode>> changes, Checkpoint checkpoint) {}

  private final Listing listing;
  private final Incremental incremental;
  private final Pages pages;
  private final Progress progress;
  private PageReader reader;
  private PageReader source;
  private Optional<ApiException> broken = Optional.empty();
  private Optional<Checkpoint> changesDone = Optional.empty();
  private Optional<Incomplete> incomplete = Optional.empty();
  private long withoutCursor;

  /** Opens a list at a position. */
  interface Pages {
    PageReader open(Listing listing, Position from);
  }

  ChangeReader(Listing listing, Incremental incremental, Checkpoint from, Pages pages) {
    this.listing = listing;
    this.incremental = incremental;
    this.pages = pages;
    this.progress = Progress.of(incremental, from);
    if (from.deletes().isPresent() && deletes().isPresent()) {
      this.changesDone = Optional.of(from.withoutDeletes());
      this.reader = pages.open(deletes().get(), from.deletes().get());
    } else {
      this.reader = query();
    }
  }

  boolean finished() {
    return broken.isEmpty() && reader.position().isEmpty();
  }

  Optional<Incomplete> incomplete() {
    return incomplete.or(reader::incomplete);
  }

  /** Records so far whose cursor is missing or unreadable. */
  long withoutCursor() {
    return withoutCursor;
  }

  /** See {@link PageReader#located}. */
  ApiException located(ApiException failure) {
    return source.located(failure);
  }

  /** See {@link PageReader#countRecord}. */
  void countRecord() {
    source.countRecord();
  }

  Batch read() {
    source = reader;
    return changesDone.map(this::readDeletes).orElseGet(this::readChanges);
  }

  private Batch readChanges() {
    if (broken.isPresent()) {
      throw broken.get(); // a page was refused: those behind it must not pass for the next
    }
    Instant asked = Clock.systemUTC().instant();
    Page page = reader.read();
    boolean cutOff =
        reader.incomplete().filter(it -> it.reason() == Incomplete.Reason.WINDOW).isPresent();
    Progress.Step step =
        arrived(new Progress.Arrival(page, reader.position(), cutOff, earlier(asked, page)));
    CursorLine line = new CursorLine(incremental);
    step = new Progress.Step(unfiltered(step.fresh(), line), step.restart());
    withoutCursor += step.fresh().stream().filter(found -> line.of(found).isEmpty()).count();
    Checkpoint checkpoint = progress.checkpoint();
    if (step.restart()) {
      reader = query();
    } else if (finished() && !cutOff && deletes().isPresent()) {
      changesDone = Optional.of(checkpoint);
      incomplete = reader.incomplete();
      reader = pages.open(deletes().get(), Position.START);
      checkpoint = checkpoint.deletes(Position.START);
    }
    return new Batch(step.fresh().stream().map(this::change).toList(), checkpoint);
  }

  /** Where the API has no filter, this is the filter. */
  private List<JsonNode> unfiltered(List<JsonNode> fresh, CursorLine line) {
    Optional<BigDecimal> from = progress.from();
    if (from.isEmpty() || !(incremental.filter().parameter() instanceof Parameter.Nowhere)) {
      return fresh;
    }
    return fresh.stream()
        .filter(found -> line.of(found).map(at -> at.compareTo(from.get()) >= 0).orElse(true))
        .toList();
  }

  private Progress.Step arrived(Progress.Arrival arrival) {
    try {
      return progress.arrived(arrival);
    } catch (ApiException failure) {
      broken = Optional.of(located(failure));
      throw broken.get();
    }
  }

  private Batch readDeletes(Checkpoint done) {
    Page page = reader.read();
    return new Batch(
        page.records().stream().map(found -> new Change<>(Change.Kind.DELETE, found)).toList(),
        reader.position().map(done::deletes).orElse(done));
  }

  private Change<JsonNode> change(JsonNode found) {
    boolean gone = incremental.deletes().includes(found);
    return new Change<>(gone ? Change.Kind.DELETE : Change.Kind.UPSERT, found);
  }

  private PageReader query() {
    CursorLine line = new CursorLine(incremental);
    Optional<BigDecimal> from = progress.from();
    Listing filtered =
        from.map(value -> incremental.filtered(listing, line, value)).orElse(listing);
    return pages.open(filtered, progress.position());
  }

  private Optional<Listing> deletes() {
    return incremental.deletes() instanceof Deletes.Listed listed
        ? Optional.of(listed.listing())
        : Optional.empty();
  }

  /** By our clock or by the server's, whichever is behind. */
  private static Instant earlier(Instant asked, Page page) {
    Instant server =
        Optional.ofNullable(page.response().headers().getInstant("Date"))
            .map(date -> date.minus(page.response().duration()))
            .orElse(asked);
    return server.isBefore(asked) ? server : asked;
  }
}
