package dev.connector.spec.conformance.mock.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.spec.conformance.mock.exchange.Pointers;
import dev.connector.spec.conformance.mock.exchange.Reply;
import dev.connector.spec.definition.ErrorRule;
import dev.connector.spec.definition.Source;
import java.util.Optional;

/** Writes an error so that one of a definition's rules recognises it. */
final class DeclaredForm {

  private static final TextNode WORDS = TextNode.valueOf("refused by the API");

  private DeclaredForm() {}

  static Reply of(ErrorRule rule) {
    ErrorRule.Condition condition = rule.when().orElseThrow();
    JsonNode telling = condition.oneOf().isEmpty() ? BooleanNode.TRUE : condition.oneOf().get(0);
    if (condition.oneOf().isEmpty() && rule.message().equals(Optional.of(condition.source()))) {
      telling = WORDS; // that there is a message is what tells
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    int status = rule.statuses().isEmpty() ? 200 : rule.statuses().get(0);
    Reply reply = Reply.empty(status).header("Content-Type", "application/json");
    if (rule.message().isPresent()) {
      reply = told(reply, body, rule.message().get(), WORDS);
    }
    return told(reply, body, condition.source(), telling).body(body.toString());
  }

  private static Reply told(Reply reply, ObjectNode body, Source place, JsonNode value) {
    if (place instanceof Source.Header header) {
      return reply.header(header.name(), value.asText());
    }
    Pointers.set(body, ((Source.Body) place).pointer(), value);
    return reply;
  }
}
