package dev.connector.scaffold.render.model;

import dev.connector.spec.definition.Argument;

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
}
