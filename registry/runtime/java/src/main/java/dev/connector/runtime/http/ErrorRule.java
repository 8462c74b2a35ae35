package dev.connector.runtime.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ErrorCode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How an API says "error" in a body, also where the status is 200. The first rule that matches
 * decides the code, and with it whether the request is retried.
 *
 * @param status the status it applies to; empty for any
 * @param field the field that tells
 * @param value the value it then has; empty where its mere presence tells
 * @param code what it means
 * @param message the field with the API's own words
 */
public record ErrorRule(
    OptionalInt status,
    JsonPointer field,
    Optional<String> value,
    ErrorCode code,
    Optional<JsonPointer> message) {

  /** An error wherever this field is present and neither null, false, zero nor empty. */
  public static ErrorRule present(String field, ErrorCode code) {
    return new ErrorRule(
        OptionalInt.empty(), JsonPointer.compile(field), Optional.empty(), code, Optional.empty());
  }

  /** An error wherever this field has this value. */
  public static ErrorRule equal(String field, String value, ErrorCode code) {
    return new ErrorRule(
        OptionalInt.empty(),
        JsonPointer.compile(field),
        Optional.of(value),
        code,
        Optional.empty());
  }

  /** The same rule for answers of this status alone. */
  public ErrorRule status(int status) {
    return new ErrorRule(OptionalInt.of(status), field, value, code, message);
  }

  /** The same rule with the field that holds the API's own words. */
  public ErrorRule message(String field) {
    return new ErrorRule(status, this.field, value, code, Optional.of(JsonPointer.compile(field)));
  }

  boolean matches(int answered, JsonNode body) {
    JsonNode found = body.at(field);
    return (status.isEmpty() || status.getAsInt() == answered)
        && (value.isPresent() ? equal(found, value.get()) : tells(found));
  }

  private static boolean equal(JsonNode found, String value) {
    return found.isValueNode() && found.asText().equals(value);
  }

  private static boolean tells(JsonNode found) {
    if (found.isMissingNode() || found.isNull()) {
      return false;
    }
    return found.isContainerNode()
        ? !found.isEmpty()
        : !Set.of("", "0", "false").contains(found.asText());
  }
}
