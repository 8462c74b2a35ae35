package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Argument;
import java.util.Optional;

/**
 * An argument as Java.
 *
 * @param name the definition's, {@code contactId}
 * @param parameter the name of the method's parameter, or of the option's method
 */
public record JavaArgument(String name, Argument definition, String parameter) {

  /** The type of its values, {@code LocalDate}. */
  public String type() {
    switch (definition.type()) {
      case INTEGER:
        return "long";
      case NUMBER:
        return "BigDecimal";
      case BOOLEAN:
        return "boolean";
      case DATE:
        return "LocalDate";
      case TIMESTAMP:
        return "Instant";
      case LIST:
        return "List<String>";
      case OBJECT:
        return "Object";
      default:
        return "String";
    }
  }

  /** What is declared of it, whatever it is called in a method. */
  Declaration declaration() {
    return new Declaration(name, definition.defaultValue());
  }

  /** See {@link #declaration}. */
  record Declaration(String name, Optional<JsonNode> defaultValue) {}
}
