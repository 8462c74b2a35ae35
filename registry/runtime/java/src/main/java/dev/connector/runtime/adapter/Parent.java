package dev.connector.runtime.adapter;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Copies;
import dev.connector.runtime.message.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The resource whose every record leads to records of another: immutable, so each method returns a
 * changed copy.
 *
 * @param resource its name
 * @param bind arguments of the children's operations, and where in its record their values are;
 *     those that its own parent binds stay known
 * @param copy places in a child's record that are filled from its record
 */
public record Parent(
    String resource, Map<String, JsonPointer> bind, Map<JsonPointer, JsonPointer> copy) {

  public Parent {
    bind = Copies.of(bind);
    copy = Copies.of(copy);
  }

  /** A parent of whom nothing is known yet. */
  public static Parent of(String resource) {
    return new Parent(resource, Map.of(), Map.of());
  }

  /** Gives the children's operations an argument from its record. */
  public Parent bind(String argument, String pointer) {
    return new Parent(resource, Copies.with(bind, argument, JsonPointer.compile(pointer)), copy);
  }

  /** Fills a place in each child's record from its record. */
  public Parent copy(String from, String to) {
    JsonPointer place = JsonPointer.compile(to);
    return new Parent(resource, bind, Copies.with(copy, place, JsonPointer.compile(from)));
  }

  /**
   * What one of its records gives to its children.
   *
   * @param above the same of its own parent
   * @throws ApiException with {@link ErrorCode#INVALID_REQUEST} where the record does not have it
   */
  ParentRecord record(JsonNode found, ParentRecord above) {
    ObjectNode bound = above.bound().deepCopy();
    bind.forEach((name, pointer) -> bound.set(name, present(found, pointer)));
    Map<JsonPointer, JsonNode> copied = new LinkedHashMap<>();
    copy.forEach((place, pointer) -> copied.put(place, found.at(pointer)));
    copied.values().removeIf(JsonNode::isMissingNode);
    return new ParentRecord(bound, copied);
  }

  private JsonNode present(JsonNode found, JsonPointer pointer) {
    JsonNode value = found.at(pointer);
    if (value.isMissingNode() || value.isNull()) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST,
          "a record of " + resource + " has nothing at " + pointer + " to read others by");
    }
    return value;
  }
}
