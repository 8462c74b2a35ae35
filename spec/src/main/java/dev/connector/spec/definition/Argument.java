package dev.connector.spec.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;

/**
 * A value the caller of an operation gives.
 *
 * @param required whether the call makes no sense without it
 * @param defaultValue used where the caller gives none
 * @param separator what joins a list into one text; without it a list repeats its parameter
 */
public record Argument(
    String description,
    Type type,
    boolean required,
    Optional<JsonNode> defaultValue,
    Optional<String> separator) {

  public Argument {
    Objects.requireNonNull(description);
    Objects.requireNonNull(type);
    Objects.requireNonNull(defaultValue);
    Objects.requireNonNull(separator);
    InvalidDefinitionException.unless(
        separator.isEmpty() || type == Type.LIST,
        "only a list has a separator",
        "remove \"separator\", or make \"type\" list");
    InvalidDefinitionException.unless(
        !(required && defaultValue.isPresent()),
        "a required argument has a default value, so it can never be missing",
        "remove either \"required\" or \"default\"");
  }

  /** What an argument may be. */
  public enum Type {
    /** Any text. */
    TEXT,
    /** A whole number. */
    INTEGER,
    /** A number, kept exact. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** A calendar day. */
    DATE,
    /** A point in time. */
    TIMESTAMP,
    /** Several texts. */
    LIST,
    /** Any JSON object. */
    OBJECT
  }
}
