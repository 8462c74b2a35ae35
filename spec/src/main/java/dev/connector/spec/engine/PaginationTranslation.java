package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.paging.End;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.PageSize;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.Placement;
import java.util.Optional;

/** Puts the definition's way of paging on a list. */
record PaginationTranslation(Payload payload) {

  Listing page(Listing listing, Pagination pagination) {
    Listing first = listing;
    if (pagination instanceof Pagination.Cursor cursor) {
      Unsupported.when(
          cursor.continuation().alone() || cursor.continuation().operation().isPresent(),
          "pages after the first that are asked for in another way");
      first =
          cursor
              .continuation()
              .first()
              .map(token -> parameter(cursor.parameter()).put(listing.request(), text(token)))
              .map(listing::request)
              .orElse(listing);
    }
    Listing paged = first.pagination(translated(pagination));
    return pagination.window().map(window -> paged.window(window.results())).orElse(paged);
  }

  private dev.connector.runtime.paging.Pagination translated(Pagination pagination) {
    Optional<PageSize> size =
        pagination
            .size()
            .flatMap(
                it ->
                    it.parameter()
                        .map(parameter -> new PageSize(parameter(parameter), it.value())));
    if (pagination instanceof Pagination.Page page) {
      return new dev.connector.runtime.paging.PageNumber(
          parameter(page.parameter()), page.first(), size, end(page.end()));
    }
    if (pagination instanceof Pagination.Offset offset) {
      return new dev.connector.runtime.paging.Offset(
          parameter(offset.parameter()), offset.first(), size, end(offset.end()));
    }
    if (pagination instanceof Pagination.Cursor cursor) {
      return new dev.connector.runtime.paging.Cursor(
          RecordsTranslation.value(cursor.next()),
          parameter(cursor.parameter()),
          size,
          end(cursor.end()));
    }
    if (pagination instanceof Pagination.Keyset keyset) {
      return new dev.connector.runtime.paging.Keyset(
          keyset.key(), parameter(keyset.parameter()), size, end(keyset.end()));
    }
    if (pagination instanceof Pagination.NextLink link) {
      return new dev.connector.runtime.paging.NextLink(RecordsTranslation.value(link.next()), size);
    }
    Pagination.LinkHeader header = (Pagination.LinkHeader) pagination;
    Unsupported.when(
        !header.relation().equals("next"), "a Link header's relation " + header.relation());
    return new dev.connector.runtime.paging.LinkHeader(size);
  }

  private Parameter parameter(Placement placement) {
    if (placement instanceof Placement.Query query) {
      return Parameter.query(query.name());
    }
    if (placement instanceof Placement.Header header) {
      return Parameter.header(header.name());
    }
    if (placement instanceof Placement.Body body) {
      return payload instanceof Payload.Form
          ? Parameter.form(body.pointer().getMatchingProperty())
          : Parameter.body(body.pointer().toString());
    }
    throw Unsupported.feature("paging by a cookie");
  }

  private static End end(Pagination.End end) {
    if (end.more().isPresent()) {
      return End.hasMore(RecordsTranslation.value(end.more().get()));
    }
    if (end.pages().isPresent()) {
      return End.totalPages(RecordsTranslation.value(end.pages().get()));
    }
    return end.total()
        .map(total -> End.totalRecords(RecordsTranslation.value(total)))
        .orElse(End.untold());
  }

  private static TextNode text(String token) {
    return TextNode.valueOf(token);
  }
}
