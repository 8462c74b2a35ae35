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
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The records of a list, in the order of the API, fetched page by page as they are asked for.
 * Belongs to one thread, except for {@link #close}, and can be read once.
 *
 * <p>A stream never ends early without saying so. Where the caller's own cap ends it, {@link
 * #incomplete} tells; where the API gives no more results to one query, {@link #hasNext} fails with
 * {@link ErrorCode#UNSUPPORTED} after the last record that could be had.
 */
public final class RecordStream<T> implements Iterator<T>, Iterable<T>, AutoCloseable {
  private final Listing listing;
  private final Allowance allowance;
  private final Function<JsonNode, T> mapping;
  private final PageReader pages;
  private final Cancellation cancellation;
  private final Queue<JsonNode> page = new ArrayDeque<>();

  public RecordStream(
      PageSource source,
      Listing listing,
      Function<JsonNode, T> mapping,
      Cancellation cancellation) {
    this.listing = listing;
    this.allowance = new Allowance(listing.caps());
    this.mapping = mapping;
    this.cancellation = cancellation;
    this.pages = new PageReader(source, listing, Position.START, cancellation);
  }

  /**
   * Whether there is a further record; fetches a page where that is needed to know.
   *
   * @throws ApiException where the page cannot be had, and where the API's result window ended the
   *     list
   */
  @Override
  public boolean hasNext() {
    if (!allowance.anotherRecord()) {
      return false;
    }
    while (page.isEmpty() && pages.position().isPresent() && allowance.anotherPage()) {
      requireOpen();
      page.addAll(pages.read().records());
      allowance.tookPage();
    }
    if (page.isEmpty()) {
      pages.incomplete().ifPresent(RecordStream::refuseWindow);
    }
    return !page.isEmpty();
  }

  /**
   * The next record.
   *
   * @throws ApiException with {@link ErrorCode#VALIDATION_ERROR} where it does not fit its type or
   *     has no primary key; the call after that goes on with the record behind it
   */
  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    JsonNode found = page.remove();
    allowance.tookRecord();
    pages.countRecord();
    try {
      listing.requireKey(found);
      return mapping.apply(found);
    } catch (ApiException failure) {
      throw pages.located(failure);
    }
  }

  /** Why the stream ended before the list does; to be asked at its end. */
  public Optional<Incomplete> incomplete() {
    boolean more = !page.isEmpty() || pages.position().isPresent();
    return more ? allowance.usedUp() : pages.incomplete();
  }

  /** The rest of the records as a stream; closing it closes this. */
  public Stream<T> stream() {
    Spliterator<T> records =
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(records, false).onClose(this::close);
  }

  /** This stream itself: for one loop, not for two. */
  @Override
  public Iterator<T> iterator() {
    return this;
  }

  /** Gives up; a page being fetched by another thread is cancelled. */
  @Override
  public void close() {
    cancellation.cancel();
  }

  private void requireOpen() {
    if (cancellation.cancelled()) {
      throw new ApiException(ErrorCode.CANCELLED, "the stream is closed");
    }
  }

  static void refuseWindow(Incomplete incomplete) {
    if (incomplete.reason() == Incomplete.Reason.WINDOW) {
      throw new ApiException(
          ErrorCode.UNSUPPORTED, "incomplete: " + incomplete.message() + "; narrow the query");
    }
  }
}
