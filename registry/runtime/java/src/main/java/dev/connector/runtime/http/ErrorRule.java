package dev.connector.runtime.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ErrorCode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How an API says "error" in a body, also where the status is 200, or what it means by a status.
 * The first rule that matches decides the code, and with it whether the request is retried.
 *
 * @param status the status it applies to; empty for any
 * @param field the field that tells; empty where the status does
 * @param value the value it then has; empty where its mere presence tells
 * @param code what it means; empty for what the status says
 * @param message the field with the API's own words
 */
public record ErrorRule(
    OptionalInt status,
    Optional<JsonPointer> field,
    Optional<String> value,
    Optional<ErrorCode> code,
    Optional<JsonPointer> message) {

  public ErrorRule {
    if (status.isEmpty() && field.isEmpty()) {
      throw new IllegalArgumentException("every answer would be an error");
    }
  }

  /** An error wherever this field is present and neither null, false, zero nor empty. */
  public static ErrorRule present(String field) {
    return new ErrorRule(
        OptionalInt.empty(),
        Optional.of(JsonPointer.compile(field)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, with what it means. */
  public static ErrorRule present(String field, ErrorCode code) {
    return present(field).code(code);
  }

  /** An error wherever this field has this value. */
  public static ErrorRule equal(String field, String value) {
    ErrorRule present = present(field);
    return new ErrorRule(
        present.status, present.field, Optional.of(value), present.code, present.message);
  }

  /** The same, with what it means. */
  public static ErrorRule equal(String field, String value, ErrorCode code) {
    return equal(field, value).code(code);
  }

  /** An error that the status tells, whatever the body holds. */
  public static ErrorRule answered(int status) {
    return new ErrorRule(
        OptionalInt.of(status),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same rule for answers of this status alone. */
  public ErrorRule status(int status) {
    return new ErrorRule(OptionalInt.of(status), field, value, code, message);
  }

  /** The same rule with what it means. */
  public ErrorRule code(ErrorCode meant) {
    return new ErrorRule(status, field, value, Optional.of(meant), message);
  }

  /** The same rule with the field that holds the API's own words. */
  public ErrorRule message(String field) {
    return new ErrorRule(status, this.field, value, code, Optional.of(JsonPointer.compile(field)));
  }

  /**
   * Whether it applies.
   *
   * @param body missing where it is no JSON
   */
  boolean matches(int answered, JsonNode body) {
    if (status.isPresent() && status.getAsInt() != answered) {
      return false;
    }
    return field
        .map(body::at)
        .map(found -> value.isPresent() ? equal(found, value.get()) : tells(found))
        .orElse(true);
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
