package dev.connector.scaffold.infer.graph;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Confidence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the values come from that a list cannot do without.
 *
 * @param bound by parameter: from the records of another list
 * @param configured parameters that no list gives values for; the user sets them
 * @param others by parameter, bound or configured: further lists that might give its values, the
 *     likeliest first
 */
public record Parentage(
    Map<String, Source> bound, List<String> configured, Map<String, List<Source>> others) {

  public Parentage {
    bound = Collections.unmodifiableMap(new LinkedHashMap<>(bound));
    configured = List.copyOf(configured);
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /**
   * @param list the operation that lists the parents
   * @param field where in a parent's record the value is; the empty pointer is the record itself
   */
  public record Source(ApiOperation list, JsonPointer field, Confidence confidence) {}
}
