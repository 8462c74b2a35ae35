package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A record as the mock API keeps it.
 *
 * @param parent the values its parents bind, by the name of the placeholder
 * @param archived whether it was deleted and is listed as such alone
 */
record Stored(ObjectNode record, Map<String, String> parent, boolean archived) {
  Stored {
    parent = Map.copyOf(parent);
  }
}
