package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorContext;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;

/** Fetches the pages of one query, one after the other, and only when asked to. */
public final class PageReader {
  private final PageSource source;
  private final Listing listing;
  private final Cancellation cancellation;
  private final ProgressGuard guard = new ProgressGuard();
  private Optional<Position> next;
  private Optional<Incomplete> incomplete = Optional.empty();
  private ErrorContext context = ErrorContext.NONE;

  public PageReader(PageSource source, Listing listing, Position from, Cancellation cancellation) {
    this.source = source;
    this.listing = listing;
    this.cancellation = cancellation;
    this.next = Optional.of(from);
    if (!from.isStart()) {
      guard.leavingFor(from.token());
    }
  }

  /** Where the next page begins; empty behind the last. */
  public Optional<Position> position() {
    return next;
  }

  /** Why reading ended before the list did. */
  Optional<Incomplete> incomplete() {
    return incomplete;
  }

  /** A record of these pages was handed over. */
  void countRecord() {
    source.countRecord();
  }

  /** Fetches the page at {@link #position}; a failure leaves the position where it is. */
  public Page read() {
    Position here = next.orElseThrow();
    Request request = listing.pagination().at(listing.request(), here);
    Response response = source.send(request, cancellation);
    context = response.context(request.endpoint());
    try {
      Page page = Page.of(source.url(request), response, listing.records());
      guard.arrived(page);
      Optional<Position> after =
          listing.pagination().after(here, page).map(this::withoutCredential);
      after.map(Position::token).ifPresent(guard::leavingFor);
      next = capped(here, page, after);
      return page;
    } catch (ApiException failure) {
      throw located(failure);
    }
  }

  /** The failure, as one of the call that brought the last page. */
  ApiException located(ApiException failure) {
    return new ApiException(
        failure.code(), failure.getMessage(), failure.getCause(), failure.retryable(), context);
  }

  private Optional<Position> capped(Position here, Page page, Optional<Position> after) {
    long records = here.records() + page.records().size();
    long window = listing.caps().window().orElse(Integer.MAX_VALUE);
    OptionalLong total = listing.pagination().total(page);
    // A total that equals the window may have been cut down to it.
    if (records >= window && (after.isPresent() || total.orElse(0) >= window)) {
      return ended(
          Incomplete.Reason.WINDOW, "the API gives at most " + window + " records to one query");
    }
    if (after.isEmpty() && total.orElse(records) > records) {
      return ended(
          Incomplete.Reason.TOTAL,
          "the API announced " + total.getAsLong() + " records and gave " + records);
    }
    return after;
  }

  /** Some APIs repeat a key in the link to the next page, and positions are written down. */
  private Position withoutCredential(Position position) {
    if (!(listing.pagination() instanceof Linked)) {
      return position;
    }
    HttpUrl clean = source.withoutCredential(HttpUrl.get(position.token().textValue()));
    return new Position(TextNode.valueOf(clean.toString()), position.pages(), position.records());
  }

  private Optional<Position> ended(Incomplete.Reason reason, String message) {
    incomplete = Optional.of(new Incomplete(reason, message));
    return Optional.empty();
  }
}
