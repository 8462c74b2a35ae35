package dev.connector.scaffold.infer.graph;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiOperation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the values come from that a list cannot do without.
 *
 * @param bound by parameter: from the records of another list
 * @param configured parameters that no list gives values for; the user sets them
 */
public record Parentage(Map<String, Source> bound, List<String> configured) {

  public Parentage {
    bound = Collections.unmodifiableMap(new LinkedHashMap<>(bound));
    configured = List.copyOf(configured);
  }

  /**
   * @param list the operation that lists the parents
   * @param field where in a parent's record the value is
   */
  public record Source(ApiOperation list, JsonPointer field) {}
}
