package dev.connector.scaffold.infer.graph;

import dev.connector.scaffold.description.ApiOperation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resources of an API, in the order of the document.
 *
 * @param homeless operations that are about no resource that can be read, and why
 */
public record Outlines(List<Outline> resources, Map<ApiOperation, String> homeless) {

  public Outlines {
    resources = List.copyOf(resources);
    homeless = Collections.unmodifiableMap(new LinkedHashMap<>(homeless));
  }
}
