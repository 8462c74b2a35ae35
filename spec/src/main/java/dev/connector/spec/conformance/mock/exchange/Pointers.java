package dev.connector.spec.conformance.mock.exchange;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes where a JSON Pointer points; objects on the way are made. */
public final class Pointers {

  private Pointers() {}

  public static void set(ObjectNode root, JsonPointer at, JsonNode value) {
    ObjectNode above = root;
    JsonPointer rest = at;
    while (!rest.tail().matches()) {
      String name = rest.getMatchingProperty();
      JsonNode next = above.path(name);
      above = next.isObject() ? (ObjectNode) next : above.putObject(name);
      rest = rest.tail();
    }
    above.set(rest.getMatchingProperty(), value);
  }

  public static void remove(ObjectNode root, JsonPointer at) {
    JsonNode above = root.at(at.head());
    if (above.isObject()) {
      ((ObjectNode) above).remove(at.last().getMatchingProperty());
    }
  }

  /** A root that is {@code value} itself where the pointer is empty. */
  public static JsonNode place(ObjectNode root, JsonPointer at, JsonNode value) {
    if (at.matches()) {
      return value;
    }
    set(root, at, value);
    return root;
  }
}
