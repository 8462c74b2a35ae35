package dev.connector.runtime.paging;

import java.util.Optional;

/** A {@code Link} header leads to the next page. */
public record LinkHeader(Optional<PageSize> size) implements Linked<LinkHeader> {

  @Override
  public LinkHeader size(PageSize asked) {
    return new LinkHeader(Optional.of(asked));
  }

  @Override
  public Optional<Position> after(Position position, Page page) {
    return Links.of(page.response().headers())
        .next()
        .map(link -> position.plus(page, Linked.resolved(page.url(), link)));
  }
}
