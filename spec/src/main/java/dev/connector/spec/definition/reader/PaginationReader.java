package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Pagination.Continuation;
import dev.connector.spec.definition.Pagination.End;
import dev.connector.spec.definition.Pagination.Size;
import dev.connector.spec.definition.Pagination.Window;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code pagination}. */
final class PaginationReader {

  private final Function<Value, String> operation;
  private final Map<String, Function<Fields, Pagination>> types = new LinkedHashMap<>();

  /** A reader whose references to operations are read by {@code operation}. */
  PaginationReader(Function<Value, String> operation) {
    this.operation = operation;
    types.put("page", this::page);
    types.put("offset", this::offset);
    types.put("cursor", this::cursor);
    types.put("keyset", this::keyset);
    types.put("nextLink", this::nextLink);
    types.put("linkHeader", this::linkHeader);
  }

  Pagination pagination(Fields fields) {
    return fields.byType(types);
  }

  private Pagination page(Fields fields) {
    Placement parameter = fields.required("parameter", PlaceReader::placement);
    Integer first = fields.or(1, "first", Formats.integer(0, 1));
    End end = end(fields, true);
    Optional<Size> size = size(fields);
    Optional<Window> window = window(fields);
    return fields.build(() -> new Pagination.Page(parameter, first, end, size, window));
  }

  private Pagination offset(Fields fields) {
    Placement parameter = fields.required("parameter", PlaceReader::placement);
    Integer first = fields.or(0, "first", Formats.integer(0, 1));
    End end = end(fields, false);
    Optional<Size> size = size(fields);
    Optional<Window> window = window(fields);
    return fields.build(() -> new Pagination.Offset(parameter, first, end, size, window));
  }

  private Pagination cursor(Fields fields) {
    Placement parameter = fields.required("parameter", PlaceReader::placement);
    Source next = fields.required("next", PlaceReader::source);
    Optional<String> first = fields.optional("first", Value::text);
    Optional<String> other = fields.optional("operation", operation);
    Boolean alone = fields.or(false, "alone", Value::flag);
    End end = end(fields, false);
    Optional<Size> size = size(fields);
    Optional<Window> window = window(fields);
    if (other.isPresent() || Boolean.TRUE.equals(alone)) {
      fields.notExecutedYet("asking otherwise for further pages");
    }
    return fields.build(
        () ->
            new Pagination.Cursor(
                parameter, next, new Continuation(first, other, alone), end, size, window));
  }

  private Pagination keyset(Fields fields) {
    Placement parameter = fields.required("parameter", PlaceReader::placement);
    JsonPointer key = fields.required("key", RecordsReader::place);
    End end = end(fields, false);
    Optional<Size> size = size(fields);
    Optional<Window> window = window(fields);
    return fields.build(() -> new Pagination.Keyset(parameter, key, end, size, window));
  }

  private Pagination nextLink(Fields fields) {
    Source next = fields.required("next", PlaceReader::source);
    Optional<Size> size = size(fields);
    Optional<Window> window = window(fields);
    return fields.build(() -> new Pagination.NextLink(next, size, window));
  }

  private Pagination linkHeader(Fields fields) {
    String relation = fields.or("next", "relation", Value::words);
    Optional<Size> size = size(fields);
    Optional<Window> window = window(fields);
    return fields.build(() -> new Pagination.LinkHeader(relation, size, window));
  }

  private static End end(Fields fields, boolean numbered) {
    Optional<Source> more = fields.optional("more", PlaceReader::source);
    Optional<Source> pages =
        numbered ? fields.optional("pages", PlaceReader::source) : Optional.empty();
    Optional<Source> total = fields.optional("total", PlaceReader::source);
    return new End(more, pages, total);
  }

  private static Optional<Size> size(Fields fields) {
    return fields.optional(
        "size",
        v ->
            v.object(
                f -> {
                  Optional<Placement> parameter = f.optional("parameter", PlaceReader::placement);
                  Integer value = f.required("value", Formats::count);
                  return f.build(() -> new Size(parameter, value));
                }));
  }

  private static Optional<Window> window(Fields fields) {
    return fields.optional(
        "window",
        v ->
            v.object(
                f -> {
                  Integer results = f.required("results", Formats::count);
                  Boolean restart = f.or(false, "restart", Value::flag);
                  return f.build(() -> new Window(results, restart));
                }));
  }
}
