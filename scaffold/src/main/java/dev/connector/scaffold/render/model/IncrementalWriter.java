package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.scaffold.render.code.Statement;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TimeFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes how only what changed is read.
 *
 * @param values of the operation that reads it
 */
record IncrementalWriter(JavaResource resource, Values values, Incremental incremental) {

  private static final Expression WITH = Expression.name("with");
  private static final Expression CURSOR = Expression.name("cursor");

  /** Whether a template is one setting that may have no value. */
  static boolean isUncertain(Template template, Map<String, JavaSetting> settings) {
    return template.isPlaceholder()
        && !settings.get(template.placeholders().iterator().next()).certain();
  }

  Method method() {
    List<Statement> body = new ArrayList<>();
    Expression changes = begun();
    Optional<Template> start = incremental.range().start();
    if (start.isPresent() && isUncertain(start.get(), values.settings())) {
      body.add(Statement.declaring("Incremental changes", changes));
      Expression whole = Expression.name("changes");
      changes =
          values
              .some(start.get())
              .then("map", Expression.lambda("it", whole.then("from", tree(Expression.name("it")))))
              .then("orElse", whole);
    } else if (start.isPresent()) {
      changes = changes.then("from", tree(values.certain(start.get())));
    }
    boolean restarts =
        resource
            .operation(incremental.operation())
            .definition()
            .pagination()
            .flatMap(Pagination::window)
            .filter(Pagination.Window::restart)
            .isPresent();
    if (incremental.filter() == Incremental.Filter.EXCLUSIVE) {
      changes = changes.then("exclusive");
    }
    if (restarts) {
      changes = changes.then("rolling");
    } else if (incremental.order() == Incremental.Order.ASCENDING) {
      changes = changes.then("ascending");
    }
    if (incremental.range().lookback().isPresent()) {
      changes = changes.then("lookback", duration(incremental.range().lookback().get()));
    }
    body.add(Statement.returning(withDeletes(changes, resource)));
    return Method.of(
        "How only what changed is read.",
        "Incremental incremental",
        List.of("Arguments with"),
        body.toArray(Statement[]::new));
  }

  /** What was given, with the cursor of a first read in place of none. */
  Expression fromStart(Expression given) {
    Optional<Template> start = incremental.range().start();
    if (start.isEmpty()) {
      return given;
    }
    Expression name = Expression.text("cursor");
    if (isUncertain(start.get(), values.settings())) {
      return values
          .some(start.get())
          .then(
              "map",
              Expression.lambda("it", given.then("or", name, formatted(Expression.name("it")))))
          .then("orElse", given);
    }
    return given.then("or", name, firstCursor(start.get()));
  }

  /** The first cursor as the API wants it written; now, where it is known now. */
  private Expression firstCursor(Template start) {
    if (!start.placeholders().isEmpty()) {
      return formatted(values.certain(start));
    }
    String text = Part.of(start).stream().map(Part::text).reduce("", String::concat);
    if (isNumber()) {
      return Expression.text(text);
    }
    try {
      return Expression.text(
          dev.connector.runtime.message.TimeFormat.valueOf(format())
              .write(dev.connector.runtime.message.TimeFormat.read(TextNode.valueOf(text)))
              .asText());
    } catch (DateTimeException unreadable) {
      return Expression.text(text);
    }
  }

  private Expression formatted(Expression text) {
    return isNumber()
        ? text
        : Expression.name("TimeFormat." + format())
            .then("write", Expression.call("TimeFormat.read", tree(text)))
            .then("asText");
  }

  private Expression begun() {
    Expression pointer = ListingWriter.pointer(incremental.cursor());
    if (isNumber()) {
      return Expression.call("Incremental.byNumber", pointer, parameter());
    }
    Expression byTime = Expression.call("Incremental.byTime", pointer, parameter());
    return format().equals("ISO8601")
        ? byTime
        : byTime.then("format", Expression.name("TimeFormat." + format()));
  }

  private Expression parameter() {
    if (incremental.filter() == Incremental.Filter.CLIENT) {
      return Expression.call("Parameter.nowhere");
    }
    Expression written = isNumber() ? CURSOR : CURSOR.then("asText");
    return Expression.call(
        "Parameter.by",
        Expression.lambda(
            "request, cursor",
            Expression.call(
                resource.operation(incremental.operation()).method() + "Request",
                WITH.then("with", Expression.text("cursor"), written))));
  }

  private boolean isNumber() {
    return incremental.value().type() == Incremental.Type.INTEGER;
  }

  private String format() {
    return incremental
        .value()
        .format()
        .map(TimeFormat::name)
        .orElse(incremental.value().type() == Incremental.Type.DATE ? "DATE" : "ISO8601");
  }

  private static Expression tree(Expression text) {
    return Expression.call("TextNode.valueOf", text);
  }

  /** How the API tells that records are gone, where it does. */
  static Expression withDeletes(Expression reading, JavaResource resource) {
    Deletes deletes = resource.definition().reading().deletes().orElse(null);
    if (deletes instanceof Deletes.Listed listed) {
      return reading.then(
          "deletes",
          Expression.call(
              "Deletes.listed",
              Expression.call(resource.operation(listed.operation()).method() + "Pages", WITH)));
    }
    if (deletes instanceof Deletes.Marked marked) {
      List<Expression> flag = new ArrayList<>(List.of(ListingWriter.pointer(marked.field())));
      marked.equals().ifPresent(it -> flag.add(Json.tree(it)));
      return reading.then("deletes", Expression.call("Deletes.flagged", flag));
    }
    return reading;
  }

  static Expression duration(Duration duration) {
    if (duration.toMillisPart() > 0 || duration.getNano() > 0) {
      return duration.equals(Duration.ofMillis(duration.toMillis()))
          ? Expression.call("Duration.ofMillis", Expression.number(duration.toMillis()))
          : Expression.call("Duration.parse", Expression.text(duration.toString()));
    }
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0) {
      return Expression.call("Duration.ofDays", Expression.number(seconds / 86_400));
    }
    if (seconds % 3_600 == 0) {
      return Expression.call("Duration.ofHours", Expression.number(seconds / 3_600));
    }
    return seconds % 60 == 0
        ? Expression.call("Duration.ofMinutes", Expression.number(seconds / 60))
        : Expression.call("Duration.ofSeconds", Expression.number(seconds));
  }
}
