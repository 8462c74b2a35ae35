package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A value that a caller gives to an operation.
 *
 * @param required whether there is no going on without it
 * @param defaultValue in place of one that is not given
 */
public record Argument(String name, boolean required, Optional<JsonNode> defaultValue) {

  public static Argument required(String name) {
    return new Argument(name, true, Optional.empty());
  }

  public static Argument optional(String name) {
    return new Argument(name, false, Optional.empty());
  }

  public static Argument withDefault(String name, JsonNode defaultValue) {
    return new Argument(name, false, Optional.of(defaultValue));
  }
}
