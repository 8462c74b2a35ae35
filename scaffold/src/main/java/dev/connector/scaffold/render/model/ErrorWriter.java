package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.spec.definition.ErrorRule;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.TimeFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes how an API says that something went wrong, or soon would. */
final class ErrorWriter {

  private ErrorWriter() {}

  /** A rule of the runtime knows one status and one value. */
  static List<Expression> rules(ErrorRule declared) {
    List<Expression> rules = new ArrayList<>();
    if (!(declared.when().map(ErrorRule.Condition::source).orElse(null)
        instanceof Source.Body field)) {
      return rules;
    }
    Expression place = ListingWriter.pointer(field.pointer());
    Expression code =
        Expression.name("ErrorCode." + declared.code().orElse(ErrorCode.INVALID_REQUEST).name());
    List<Expression> conditions = new ArrayList<>();
    for (JsonNode value : declared.when().get().oneOf()) {
      conditions.add(
          Expression.call("ErrorRule.equal", place, Expression.text(value.asText()), code));
    }
    if (conditions.isEmpty()) {
      conditions.add(Expression.call("ErrorRule.present", place, code));
    }
    List<Optional<Integer>> statuses = new ArrayList<>();
    declared.statuses().forEach(it -> statuses.add(Optional.of(it)));
    if (statuses.isEmpty()) {
      statuses.add(Optional.empty());
    }
    for (Optional<Integer> status : statuses) {
      for (Expression condition : conditions) {
        Expression rule =
            status.isEmpty()
                ? condition
                : condition.then("status", Expression.number(status.get()));
        rules.add(
            declared.message().orElse(null) instanceof Source.Body words
                ? rule.then("message", ListingWriter.pointer(words.pointer()))
                : rule);
      }
    }
    return rules;
  }

  static Expression limitHeaders(Limits.LimitHeaders headers) {
    Limits.Moment reset = headers.reset().orElseThrow();
    return Expression.call(
        "new RateLimitHeaders",
        Expression.text(headers.remaining().orElseThrow()),
        Expression.text(((Source.Header) reset.source()).name()),
        Expression.name("RateLimitHeaders.ResetUnit." + unit(reset.format())));
  }

  private static String unit(TimeFormat format) {
    switch (format) {
      case MILLIS:
        return "MILLISECONDS";
      case EPOCH_SECONDS:
        return "EPOCH_SECONDS";
      case EPOCH_MILLIS:
        return "EPOCH_MILLISECONDS";
      default:
        return "SECONDS";
    }
  }
}
