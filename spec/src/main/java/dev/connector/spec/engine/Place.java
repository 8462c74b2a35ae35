package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sets a place in a record, and makes the objects on the way to it. */
final class Place {

  private Place() {}

  static void set(ObjectNode target, JsonPointer place, JsonNode value) {
    ObjectNode at = target;
    JsonPointer rest = place;
    while (!rest.tail().matches()) {
      JsonNode next = at.get(rest.getMatchingProperty());
      at = next instanceof ObjectNode object ? object : at.putObject(rest.getMatchingProperty());
      rest = rest.tail();
    }
    at.set(rest.getMatchingProperty(), value);
  }
}
