package dev.connector.spec.conformance.live;

import java.util.Objects;

/**
 * What to change so that a step passes.
 *
 * @param place a field of connector.json as a JSON Pointer, a schema's file, or a variable
 * @param advice what is there now and what should be, in a sentence
 */
record Change(String place, String advice) {

  Change {
    Objects.requireNonNull(place);
    Objects.requireNonNull(advice);
  }

  /** A field of an operation, {@code path}. */
  static Change operation(String operation, String field, String advice) {
    int dot = operation.indexOf('.');
    return resource(
        operation.substring(0, dot),
        "operations/" + operation.substring(dot + 1) + (field.isEmpty() ? "" : "/" + field),
        advice);
  }

  /** A field of a resource, {@code primaryKey}. */
  static Change resource(String resource, String field, String advice) {
    return definition("/resources/" + resource + "/" + field, advice);
  }

  /** A place in the definition. */
  static Change definition(String pointer, String advice) {
    return new Change(pointer + " in connector.json", advice);
  }

  /** A variable. */
  static Change variable(String name, String advice) {
    return new Change(name, advice);
  }

  @Override
  public String toString() {
    return place + ": " + advice;
  }
}
