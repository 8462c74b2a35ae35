package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.spec.definition.ErrorRule;
import dev.connector.spec.definition.Limits;
import dev.connector.spec.definition.Source;
import dev.connector.spec.definition.TimeFormat;
import java.util.ArrayList;
import java.util.List;

/** Writes how an API says that something went wrong, or soon would. */
final class ErrorWriter {

  private ErrorWriter() {}

  /** A rule of the runtime knows one status and one value. */
  static List<Expression> rules(ErrorRule declared) {
    List<Expression> rules = new ArrayList<>();
    if (declared.when().isEmpty()) {
      declared
          .statuses()
          .forEach(it -> rules.add(Expression.call("ErrorRule.answered", Expression.number(it))));
    } else if (declared.when().get().source() instanceof Source.Body field) {
      for (Expression told : told(ListingWriter.pointer(field.pointer()), declared)) {
        rules.addAll(byStatus(told, declared.statuses()));
      }
    }
    rules.replaceAll(it -> meaning(it, declared));
    return rules;
  }

  private static List<Expression> told(Expression place, ErrorRule declared) {
    List<JsonNode> values = declared.when().orElseThrow().oneOf();
    return values.isEmpty()
        ? List.of(Expression.call("ErrorRule.present", place))
        : values.stream()
            .map(it -> Expression.call("ErrorRule.equal", place, Expression.text(it.asText())))
            .toList();
  }

  private static List<Expression> byStatus(Expression rule, List<Integer> statuses) {
    return statuses.isEmpty()
        ? List.of(rule)
        : statuses.stream().map(it -> rule.then("status", Expression.number(it))).toList();
  }

  private static Expression meaning(Expression rule, ErrorRule declared) {
    Expression coded =
        declared
            .code()
            .map(it -> rule.then("code", Expression.name("ErrorCode." + it.name())))
            .orElse(rule);
    return declared.message().orElse(null) instanceof Source.Body words
        ? coded.then("message", ListingWriter.pointer(words.pointer()))
        : coded;
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
