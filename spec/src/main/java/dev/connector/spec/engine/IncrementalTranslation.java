package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.Parameter;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.TimeFormat;
import dev.connector.runtime.paging.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Pagination;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns a definition's incremental reading into the runtime's.
 *
 * @param cursorRequest the request with a cursor value in all its places
 * @param pagination of the operation that reads incrementally
 */
record IncrementalTranslation(
    Incremental incremental,
    Function<JsonNode, Request> cursorRequest,
    Optional<Pagination> pagination) {

  IncrementalTranslation {
    Unsupported.when(
        incremental.value().type() == Incremental.Type.TEXT
            || incremental.value().type() == Incremental.Type.TOKEN,
        "cursors of the type " + incremental.value().type());
    Unsupported.when(incremental.range().slice().isPresent(), "incremental reading in slices");
  }

  dev.connector.runtime.paging.Incremental translated(Values values) {
    Optional<TimeFormat> format =
        incremental.value().type() == Incremental.Type.INTEGER
            ? Optional.empty()
            : Optional.of(format());
    Optional<JsonNode> start = declaredStart(incremental, values);
    return new dev.connector.runtime.paging.Incremental(
        incremental.cursor(),
        new dev.connector.runtime.paging.Incremental.Filter(
            parameter(), format, start, exclusive()),
        order(),
        incremental.range().lookback().orElse(Duration.ZERO),
        Deletes.unknown());
  }

  /** What a first read asks for, as the API wants it written. */
  static Optional<JsonNode> start(Incremental incremental, Values values) {
    boolean time = incremental.value().type() != Incremental.Type.INTEGER;
    return declaredStart(incremental, values)
        .map(
            start ->
                time
                    ? TextNode.valueOf(format(incremental).write(TimeFormat.read(start)).asText())
                    : start);
  }

  private static Optional<JsonNode> declaredStart(Incremental incremental, Values values) {
    return incremental
        .range()
        .start()
        .flatMap(it -> values.texts(it).stream().findFirst())
        .map(TextNode::valueOf);
  }

  private Parameter parameter() {
    return incremental.filter() == Incremental.Filter.CLIENT
        ? Parameter.nowhere()
        : Parameter.by((request, value) -> cursorRequest.apply(written(value)));
  }

  private boolean exclusive() {
    return incremental.filter() == Incremental.Filter.EXCLUSIVE;
  }

  /** Times are text in a request, also where they are written in digits; numbers are numbers. */
  private JsonNode written(JsonNode value) {
    return incremental.value().type() == Incremental.Type.INTEGER
        ? value
        : TextNode.valueOf(value.asText());
  }

  private TimeFormat format() {
    return format(incremental);
  }

  private static TimeFormat format(Incremental incremental) {
    return TimeFormatTranslation.of(incremental.value())
        .orElseThrow(
            () -> Unsupported.feature("cursors written as " + incremental.value().format().get()));
  }

  private dev.connector.runtime.paging.Incremental.Order order() {
    boolean restarts =
        pagination.flatMap(Pagination::window).map(Pagination.Window::restart).orElse(false);
    if (restarts) {
      return dev.connector.runtime.paging.Incremental.Order.ROLLING;
    }
    return incremental.order() == Incremental.Order.ASCENDING
        ? dev.connector.runtime.paging.Incremental.Order.ASCENDING
        : dev.connector.runtime.paging.Incremental.Order.NONE;
  }
}
