package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * The changes of a resource since a checkpoint, fetched page by page as they are asked for. Belongs
 * to one thread, except for {@link #close}, and can be read once. It ends as a {@link RecordStream}
 * does.
 *
 * <pre>{@code
 * while (changes.hasNext()) {
 *   keep(changes.next());
 *   remember(changes.checkpoint());
 * }
 * }</pre>
 */
public final class ChangeStream<T>
    implements Iterator<Change<T>>, Iterable<Change<T>>, AutoCloseable {
  private final Listing listing;
  private final Function<JsonNode, T> mapping;
  private final ChangeReader pages;
  private final Allowance allowance;
  private final Cancellation cancellation;
  private final Queue<Change<JsonNode>> page = new ArrayDeque<>();
  private Checkpoint checkpoint;
  private Checkpoint afterPage;

  public ChangeStream(
      PageSource source,
      Listing listing,
      Incremental incremental,
      Checkpoint from,
      Function<JsonNode, T> mapping) {
    this.listing = listing;
    this.mapping = mapping;
    this.allowance = new Allowance(listing.caps());
    this.cancellation = new Cancellation();
    this.checkpoint = from;
    this.afterPage = from;
    this.pages =
        new ChangeReader(
            listing,
            incremental,
            from,
            (list, position) -> new PageReader(source, list, position, cancellation));
  }

  /**
   * Whether there is a further change; fetches a page where that is needed to know.
   *
   * @throws ApiException where the page cannot be had, and where the API's result window ended the
   *     list
   */
  @Override
  public boolean hasNext() {
    if (!allowance.anotherRecord()) {
      return false;
    }
    while (page.isEmpty() && !pages.finished() && allowance.anotherPage()) {
      fetch();
    }
    if (page.isEmpty()) {
      pages.incomplete().ifPresent(RecordStream::refuseWindow);
    }
    return !page.isEmpty();
  }

  /**
   * The next change.
   *
   * @throws ApiException with {@link ErrorCode#VALIDATION_ERROR} where its record does not fit its
   *     type or has no primary key; the call after that goes on with the change behind it
   */
  @Override
  public Change<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Change<JsonNode> change = page.remove();
    allowance.tookRecord();
    pages.countRecord();
    if (page.isEmpty()) {
      checkpoint = afterPage;
    }
    try {
      listing.requireKey(change.record());
      return new Change<>(change.kind(), mapping.apply(change.record()));
    } catch (ApiException failure) {
      throw pages.located(failure);
    }
  }

  /**
   * Where a later read may begin: covers the pages all of whose changes {@link #next} has returned,
   * so keep it when the last of these is safe. The same object until there is a newer one.
   */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** How many records so far have no readable cursor; they are handed over like the others. */
  public long withoutCursor() {
    return pages.withoutCursor();
  }

  /** Why the stream ended before the list does; to be asked at its end. */
  public Optional<Incomplete> incomplete() {
    boolean more = !page.isEmpty() || !pages.finished();
    return more ? allowance.usedUp() : pages.incomplete();
  }

  /** This stream itself: for one loop, not for two. */
  @Override
  public Iterator<Change<T>> iterator() {
    return this;
  }

  /** Gives up; a page being fetched by another thread is cancelled. */
  @Override
  public void close() {
    cancellation.cancel();
  }

  private void fetch() {
    if (cancellation.cancelled()) {
      throw new ApiException(ErrorCode.CANCELLED, "the stream is closed");
    }
    ChangeReader.Batch batch = pages.read();
    allowance.tookPage();
    page.addAll(batch.changes());
    afterPage = batch.checkpoint();
    if (page.isEmpty()) {
      checkpoint = afterPage;
    }
  }
}
