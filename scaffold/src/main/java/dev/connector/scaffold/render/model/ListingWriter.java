package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Payload;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.RecordType;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes how the answers of an operation are read.
 *
 * @param payload of its requests
 */
record ListingWriter(Payload payload) {

  /** All of it, from the request for the first page on. */
  Expression listing(
      Expression request, Records records, RecordType type, Optional<Pagination> pagination) {
    Expression first =
        pagination
            .filter(Pagination.Cursor.class::isInstance)
            .map(Pagination.Cursor.class::cast)
            .flatMap(it -> it.continuation().first().map(token -> first(it, token, request)))
            .orElse(request);
    Expression listing = Expression.call("Listing.of", first);
    Expression place = records(records);
    listing = listing.then("records", place);
    if (!type.primaryKey().isEmpty()) {
      listing = listing.then("primaryKey", pointers(type.primaryKey()));
    }
    if (pagination.isEmpty()) {
      return listing;
    }
    Expression paged = listing.then("pagination", pagination(pagination.get()));
    return pagination
        .get()
        .window()
        .map(window -> paged.then("window", Expression.number(window.results())))
        .orElse(paged);
  }

  static List<Expression> pointers(List<JsonPointer> pointers) {
    return pointers.stream().map(ListingWriter::pointer).toList();
  }

  static Expression pointer(JsonPointer pointer) {
    return Expression.text(pointer.toString());
  }

  static Expression value(Source source) {
    return source instanceof Source.Header header
        ? Expression.call("ResponseValue.header", Expression.text(header.name()))
        : Expression.call("ResponseValue.body", pointer(((Source.Body) source).pointer()));
  }

  private Expression first(Pagination.Cursor cursor, String token, Expression request) {
    return parameter(cursor.parameter())
        .then("put", request, Expression.call("TextNode.valueOf", Expression.text(token)));
  }

  /** A pointer alone where that says it all. */
  private static Expression records(Records records) {
    Expression at = pointer(records.at());
    boolean plain = true;
    Expression place = Expression.call("Records.at", at);
    if (records.shape() instanceof Records.Entries entries) {
      place =
          Expression.call("Records.members", at, pointer(entries.key()), pointer(entries.value()));
      plain = false;
    } else if (records.shape() instanceof Records.Array array && !array.item().matches()) {
      place = place.then("item", pointer(array.item()));
      plain = false;
    }
    for (Map.Entry<JsonPointer, JsonPointer> copy : records.copy().entrySet()) {
      place = place.then("copy", pointer(copy.getValue()), pointer(copy.getKey()));
      plain = false;
    }
    return plain ? at : place;
  }

  private Expression pagination(Pagination pagination) {
    if (pagination instanceof Pagination.Page page) {
      Expression paged = numbered("Pagination.page", page.parameter());
      paged = page.first() == 1 ? paged : paged.then("first", Expression.number(page.first()));
      return until(sized(paged, page.size()), page.end());
    }
    if (pagination instanceof Pagination.Offset offset) {
      Expression paged = numbered("Pagination.offset", offset.parameter());
      paged = offset.first() == 0 ? paged : paged.then("first", Expression.number(offset.first()));
      return until(sized(paged, offset.size()), offset.end());
    }
    if (pagination instanceof Pagination.Cursor cursor) {
      Expression next =
          cursor.next() instanceof Source.Body body
              ? Expression.call("Pagination.cursor", pointer(body.pointer()))
              : Expression.call("Pagination.cursor", value(cursor.next()));
      Expression parameter =
          cursor.parameter() instanceof Placement.Query query
              ? Expression.text(query.name())
              : parameter(cursor.parameter());
      return until(sized(next.then("parameter", parameter), cursor.size()), cursor.end());
    }
    if (pagination instanceof Pagination.Keyset keyset) {
      boolean query = keyset.parameter() instanceof Placement.Query;
      Expression name =
          Expression.text(query ? ((Placement.Query) keyset.parameter()).name() : "after");
      Expression paged = Expression.call("Pagination.keyset", pointer(keyset.key()), name);
      paged = query ? paged : paged.then("parameter", parameter(keyset.parameter()));
      return until(sized(paged, keyset.size()), keyset.end());
    }
    if (pagination instanceof Pagination.NextLink link) {
      Expression linked =
          link.next() instanceof Source.Body body
              ? Expression.call("Pagination.nextLink", pointer(body.pointer()))
              : Expression.call(
                  "new NextLink", value(link.next()), Expression.call("Optional.empty"));
      return sized(linked, link.size());
    }
    return sized(Expression.call("Pagination.linkHeader"), pagination.size());
  }

  private Expression numbered(String kind, Placement place) {
    return place instanceof Placement.Query query
        ? Expression.call(kind, Expression.text(query.name()))
        : Expression.call(kind, Expression.text("page")).then("parameter", parameter(place));
  }

  private Expression sized(Expression paged, Optional<Pagination.Size> size) {
    if (size.flatMap(Pagination.Size::parameter).isEmpty()) {
      return paged;
    }
    Expression number = Expression.number(size.get().value());
    Placement place = size.get().parameter().get();
    return place instanceof Placement.Query query
        ? paged.then("size", Expression.text(query.name()), number)
        : paged.then("size", Expression.call("new PageSize", parameter(place), number));
  }

  private static Expression until(Expression paged, Pagination.End end) {
    if (end.more().isPresent()) {
      return paged.then("until", Expression.call("End.hasMore", value(end.more().get())));
    }
    if (end.pages().isPresent()) {
      return paged.then("until", Expression.call("End.totalPages", value(end.pages().get())));
    }
    return end.total()
        .map(it -> paged.then("until", Expression.call("End.totalRecords", value(it))))
        .orElse(paged);
  }

  private Expression parameter(Placement place) {
    if (place instanceof Placement.Query query) {
      return Expression.call("Parameter.query", Expression.text(query.name()));
    }
    if (place instanceof Placement.Header header) {
      return Expression.call("Parameter.header", Expression.text(header.name()));
    }
    JsonPointer pointer = ((Placement.Body) place).pointer();
    return payload instanceof Payload.Form
        ? Expression.call("Parameter.form", Expression.text(pointer.getMatchingProperty()))
        : Expression.call("Parameter.body", pointer(pointer));
  }
}
