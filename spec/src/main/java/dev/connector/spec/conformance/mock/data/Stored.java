package dev.connector.spec.conformance.mock.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A record as the mock API keeps it.
 *
 * @param number by which records ascend in the order they were made
 * @param scope what requests have to ask for to get it: the values its parents bind, or what else
 *     stands in the path, by the name of the placeholder
 * @param deleted whether it is gone
 */
public record Stored(ObjectNode record, int number, Map<String, String> scope, boolean deleted) {
  public Stored {
    scope = Map.copyOf(scope);
  }
}
