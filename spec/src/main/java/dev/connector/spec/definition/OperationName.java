package dev.connector.spec.definition;

import java.util.Objects;

/** An operation by its full name, {@code contacts.list}. */
public record OperationName(String resource, String operation) {

  public OperationName {
    Objects.requireNonNull(resource);
    Objects.requireNonNull(operation);
  }

  /** Splits {@code contacts.list}. */
  public static OperationName parse(String text) {
    int dot = text.indexOf('.');
    InvalidDefinitionException.unless(
        dot > 0 && dot == text.lastIndexOf('.') && dot < text.length() - 1,
        "\"" + text + "\" is not the name of an operation",
        "write resource.operation, such as contacts.list");
    return new OperationName(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public String toString() {
    return resource + "." + operation;
  }
}
