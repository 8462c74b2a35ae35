package dev.connector.runtime.paging;

import dev.connector.runtime.message.ResponseValue;
import java.util.Optional;

/** A link in the body leads to the next page; it may be relative. */
public record NextLink(ResponseValue link, Optional<PageSize> size) implements Linked<NextLink> {

  @Override
  public NextLink size(PageSize asked) {
    return new NextLink(link, Optional.of(asked));
  }

  @Override
  public Optional<Position> after(Position position, Page page) {
    return link.in(page.response())
        .filter(value -> !value.isBoolean())
        .map(value -> position.plus(page, Linked.resolved(page.url(), value.asText())));
  }
}
