package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.definition.ErrorRule;
import dev.connector.spec.definition.ErrorRule.Condition;
import dev.connector.spec.definition.Source;
import java.util.List;
import java.util.Optional;

/** Reads one of {@code errors}. */
final class ErrorRuleReader {

  private ErrorRuleReader() {}

  static ErrorRule rule(Fields fields) {
    List<Integer> statuses = fields.or(List.of(), "status", ErrorRuleReader::statuses);
    Optional<Source> when = fields.optional("when", PlaceReader::source);
    List<JsonNode> oneOf = oneOf(fields);
    Optional<ErrorCode> code = fields.optional("code", v -> v.constant(ErrorCode.class));
    Optional<Source> message = fields.optional("message", PlaceReader::source);
    Optional<Boolean> retry = fields.optional("retry", Value::flag);
    if (!oneOf.isEmpty() && !fields.has("when")) {
      fields.error("nothing says which value to compare", "add \"when\" with its place");
    }
    return fields.build(
        () ->
            new ErrorRule(
                statuses, when.map(source -> new Condition(source, oneOf)), code, message, retry));
  }

  /** One status or several. */
  static List<Integer> statuses(Value value) {
    return value.node().isArray() ? value.some(ErrorRuleReader::status) : List.of(status(value));
  }

  private static Integer status(Value value) {
    return value.integer(100, 599);
  }

  private static List<JsonNode> oneOf(Fields fields) {
    fields.atMostOne("equals", "oneOf");
    List<JsonNode> one = fields.or(List.of(), "equals", v -> List.of(v.node()));
    List<JsonNode> several = fields.or(List.of(), "oneOf", v -> v.some(Value::node));
    return several == null || several.isEmpty() ? one : several;
  }
}
