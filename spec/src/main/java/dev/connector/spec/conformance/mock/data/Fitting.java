package dev.connector.spec.conformance.mock.data;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.spec.conformance.mock.exchange.Pointers;
import java.util.List;

/** Puts into records what their schema has a place for. */
record Fitting(RecordSchema schema) {

  /**
   * Sets a field to the value with which the record fits best, the first of those that do as well;
   * a missing one leaves the field out.
   */
  void set(ObjectNode record, JsonPointer at, List<JsonNode> values) {
    JsonNode best = MissingNode.getInstance();
    int fewest = Integer.MAX_VALUE;
    for (JsonNode value : values) {
      ObjectNode tried = record.deepCopy();
      put(tried, at, value);
      int violations = schema.violations(tried).size();
      if (violations < fewest) {
        best = value;
        fewest = violations;
      }
      if (violations == 0) {
        break;
      }
    }
    put(record, at, best);
  }

  private static void put(ObjectNode record, JsonPointer at, JsonNode value) {
    if (value.isMissingNode()) {
      Pointers.remove(record, at);
    } else {
      Pointers.set(record, at, value);
    }
  }
}
