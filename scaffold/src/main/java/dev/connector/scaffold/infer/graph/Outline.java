package dev.connector.scaffold.infer.graph;

import dev.connector.scaffold.description.ApiOperation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A resource and what can be done with it.
 *
 * @param name unique, as a definition wants it
 * @param operations by name; {@code list} is among them
 * @param noun one of it, in words: {@code payment intent}
 * @param asking the names of those that ask for records and change nothing
 */
public record Outline(
    String name, String noun, Map<String, ApiOperation> operations, Set<String> asking) {

  /** What the operation is called that reads. */
  public static final String LIST = "list";

  public Outline {
    asking = Set.copyOf(asking);
    operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
  }

  /** The operation that reads. */
  public ApiOperation list() {
    return operations.get(LIST);
  }
}
