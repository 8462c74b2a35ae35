package dev.connector.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.signature.Delivery;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A line of the protocol that asks for something. Fields that are not known are ignored; one that
 * is missing or of another kind is an {@link ErrorCode#INVALID_REQUEST} that names it.
 *
 * @param word what to do
 * @param line all of it
 */
record Command(String id, String word, JsonNode line) {

  /** Reads a line; empty where it is no command. */
  static Optional<Command> of(JsonNode line) {
    JsonNode id = line.path("id");
    JsonNode word = line.path("do");
    return id.isTextual() && !id.textValue().isEmpty() && word.isTextual()
        ? Optional.of(new Command(id.textValue(), word.textValue(), line))
        : Optional.empty();
  }

  ReadRequest read() {
    return new ReadRequest(
        text("resource"),
        limit(),
        find("state", JsonNode::isObject, "an object"),
        find("since", JsonNode::isTextual, "a text").map(JsonNode::textValue),
        arguments(),
        find("canonical", JsonNode::isBoolean, "true or false")
            .filter(JsonNode::booleanValue)
            .isPresent());
  }

  CallRequest call() {
    return new CallRequest(text("operation"), arguments());
  }

  Delivery delivery() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    members("headers").forEach((name, value) -> headers.put(name, List.of(value.asText())));
    try {
      byte[] body = Base64.getDecoder().decode(text("body"));
      return new Delivery(text("method"), text("url"), headers, body);
    } catch (IllegalArgumentException e) {
      throw invalid("body", "base64");
    }
  }

  String target() {
    return text("target");
  }

  private OptionalLong limit() {
    return find("limit", it -> it.canConvertToLong() && it.longValue() > 0, "a positive number")
        .map(it -> OptionalLong.of(it.longValue()))
        .orElseGet(OptionalLong::empty);
  }

  private Map<String, JsonNode> arguments() {
    return line.has("arguments") ? members("arguments") : Map.of();
  }

  private Map<String, JsonNode> members(String field) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    find(field, JsonNode::isObject, "an object")
        .orElseThrow(() -> invalid(field, "an object"))
        .properties()
        .forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  private String text(String field) {
    return find(field, JsonNode::isTextual, "a text")
        .orElseThrow(() -> invalid(field, "a text"))
        .textValue();
  }

  private Optional<JsonNode> find(String field, Predicate<JsonNode> fits, String kind) {
    JsonNode value = line.path(field);
    if (!value.isMissingNode() && !fits.test(value)) {
      throw invalid(field, kind);
    }
    return Optional.of(value).filter(it -> !it.isMissingNode());
  }

  private ApiException invalid(String field, String kind) {
    return new ApiException(
        ErrorCode.INVALID_REQUEST, word + " needs " + field + ", and it has to be " + kind);
  }
}
