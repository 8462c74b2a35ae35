package dev.connector.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call of an API: immutable, so each method returns a changed copy.
 *
 * @param operation resource and operation, such as {@code contacts.create}
 * @param arguments by name
 */
public record CallRequest(String operation, Map<String, JsonNode> arguments) {

  public CallRequest {
    arguments = Map.copyOf(arguments);
  }

  public static CallRequest of(String operation) {
    return new CallRequest(operation, Map.of());
  }

  public CallRequest argument(String name, JsonNode value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(arguments);
    more.put(name, value);
    return new CallRequest(operation, more);
  }
}
