package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * What a model may ask for.
 *
 * @param input JSON Schema of its arguments, an object
 */
public record Tool(String name, String description, ObjectNode input) {
  public Tool {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    Objects.requireNonNull(input);
  }
}
