package dev.connector.spec.definition;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * Where in a request a value goes. Written as text for a query parameter, else as an object with
 * one field: {@code {"header": "X-Api-Key"}}, {@code {"body": "/paging/after"}}.
 */
public sealed interface Placement {

  /** A query parameter. */
  record Query(String name) implements Placement {}

  /** A request header. */
  record Header(String name) implements Placement {}

  /** A cookie. */
  record Cookie(String name) implements Placement {}

  /** A place in the JSON body, GraphQL variables included. */
  record Body(JsonPointer pointer) implements Placement {}
}
