package dev.connector.scaffold.infer.graph;

import dev.connector.scaffold.description.ApiOperation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A resource and what can be done with it.
 *
 * @param name unique, as a definition wants it
 * @param operations by name; {@code list} is among them
 * @param noun one of it, in words: {@code payment intent}
 */
public record Outline(String name, String noun, Map<String, ApiOperation> operations) {

  /** What the operation is called that reads. */
  public static final String LIST = "list";

  public Outline {
    operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
  }

  /** The operation that reads. */
  public ApiOperation list() {
    return operations.get(LIST);
  }
}
