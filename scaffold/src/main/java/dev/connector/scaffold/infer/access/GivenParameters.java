package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.description.ApiParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header and query parameters of a document's operations, by how many have them.
 *
 * @param operations how many there are
 */
record GivenParameters(Map<Access.Supplied, Uses> uses, int operations) {

  /**
   * @param first as the first operation has it
   * @param count operations that have it
   * @param required operations that cannot do without it
   * @param alike whether all of them allow the same values
   */
  record Uses(ApiParameter first, int count, int required, boolean alike) {

    /** Whether most who have it cannot do without. */
    boolean needed() {
      return required * 2 > count;
    }
  }

  static GivenParameters of(ApiDescription description) {
    Map<Access.Supplied, List<ApiParameter>> all = new LinkedHashMap<>();
    for (ApiOperation operation : description.operations()) {
      Set<Access.Supplied> seen = new LinkedHashSet<>();
      for (ApiParameter parameter : operation.parameters()) {
        Access.Supplied key = Access.Supplied.of(parameter.in(), parameter.name());
        if (parameter.in() != ApiParameter.In.PATH && seen.add(key)) {
          all.computeIfAbsent(key, it -> new ArrayList<>()).add(parameter);
        }
      }
    }
    Map<Access.Supplied, Uses> uses = new LinkedHashMap<>();
    all.forEach(
        (key, parameters) ->
            uses.put(
                key,
                new Uses(
                    parameters.get(0),
                    parameters.size(),
                    (int) parameters.stream().filter(ApiParameter::required).count(),
                    parameters.stream().map(GivenParameters::allowed).distinct().count() == 1)));
    return new GivenParameters(uses, description.operations().size());
  }

  private static Object allowed(ApiParameter parameter) {
    return List.of(parameter.schema().values(), parameter.schema().defaultValue());
  }

  /** The share of operations that have a parameter, from 0 to 1. */
  double share(Uses of) {
    return operations == 0 ? 0 : (double) of.count() / operations;
  }
}
