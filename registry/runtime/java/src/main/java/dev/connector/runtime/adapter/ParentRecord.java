package dev.connector.runtime.adapter;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Copies;
import dev.connector.runtime.message.Parameter;
import java.util.Map;
import java.util.Optional;

/**
 * The record that others were read for.
 *
 * @param bound what of it, and of its own parents, they were read by; empty where there is no such
 *     record
 * @param copied what goes from it into each of them
 */
public record ParentRecord(ObjectNode bound, Map<JsonPointer, JsonNode> copied) {

  /** Of records that are read for no other. */
  public static final ParentRecord NONE =
      new ParentRecord(JsonNodeFactory.instance.objectNode(), Map.of());

  public ParentRecord {
    copied = Copies.of(copied);
  }

  /** By which the state of its children is kept. */
  String key() {
    return bound.toString();
  }

  Optional<JsonNode> found() {
    return bound.isEmpty() ? Optional.empty() : Optional.of(bound);
  }

  JsonNode copiedInto(JsonNode child) {
    if (copied.isEmpty() || !child.isObject()) {
      return child;
    }
    JsonNode completed = child.deepCopy();
    for (Map.Entry<JsonPointer, JsonNode> copy : copied.entrySet()) {
      completed = Parameter.Body.set(completed, copy.getKey(), copy.getValue());
    }
    return completed;
  }
}
