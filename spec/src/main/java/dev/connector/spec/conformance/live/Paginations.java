package dev.connector.spec.conformance.live;

import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Source;
import java.util.Optional;

/** What all ways of paging have in common, in words. */
final class Paginations {

  private Paginations() {}

  /** The parameter that asks for another page. */
  static Optional<Placement> parameter(Pagination pagination) {
    if (pagination instanceof Pagination.Page page) {
      return Optional.of(page.parameter());
    }
    if (pagination instanceof Pagination.Offset offset) {
      return Optional.of(offset.parameter());
    }
    if (pagination instanceof Pagination.Cursor cursor) {
      return Optional.of(cursor.parameter());
    }
    return pagination instanceof Pagination.Keyset keyset
        ? Optional.of(keyset.parameter())
        : Optional.empty();
  }

  /** Where an answer says how to go on. */
  static Optional<Source> next(Pagination pagination) {
    if (pagination instanceof Pagination.Cursor cursor) {
      return Optional.of(cursor.next());
    }
    return pagination instanceof Pagination.NextLink link
        ? Optional.of(link.next())
        : Optional.empty();
  }

  static String name(Placement placement) {
    if (placement instanceof Placement.Query query) {
      return query.name();
    }
    if (placement instanceof Placement.Header header) {
      return header.name();
    }
    if (placement instanceof Placement.Cookie cookie) {
      return cookie.name();
    }
    return ((Placement.Body) placement).pointer().last().getMatchingProperty();
  }

  /** {@code the query parameter "after"}. */
  static String words(Placement placement) {
    String kind =
        placement instanceof Placement.Query
            ? "the query parameter"
            : placement instanceof Placement.Header
                ? "the header"
                : placement instanceof Placement.Cookie ? "the cookie" : "the body's field";
    return kind + " \"" + name(placement) + "\"";
  }

  static String words(Source source) {
    return source instanceof Source.Header header
        ? "the header " + header.name()
        : ((Source.Body) source).pointer().toString();
  }
}
