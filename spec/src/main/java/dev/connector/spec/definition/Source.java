package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * Where in a response (or a webhook delivery) a value is found. Written as a JSON Pointer into the
 * body, or as {@code {"header": "X-Next-Page"}}.
 */
public sealed interface Source {

  /** A place in the JSON body. */
  record Body(JsonPointer pointer) implements Source {}

  /** A header. */
  record Header(String name) implements Source {}
}
