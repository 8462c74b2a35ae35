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
   * @param all the same parameter, as each operation has it
   */
  record Uses(List<ApiParameter> all) {

    ApiParameter first() {
      return all.get(0);
    }

    /** Operations that have it. */
    int count() {
      return all.size();
    }

    /** Whether most who have it cannot do without. */
    boolean needed() {
      return all.stream().filter(ApiParameter::required).count() * 2 > all.size();
    }

    /** Whether all of them allow the same values. */
    boolean alike() {
      return all.stream()
              .map(it -> List.of(it.schema().values(), it.schema().defaultValue()))
              .distinct()
              .count()
          == 1;
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
    all.forEach((key, parameters) -> uses.put(key, new Uses(parameters)));
    return new GivenParameters(uses, description.operations().size());
  }

  /** The share of operations that have a parameter, from 0 to 1. */
  double share(Uses of) {
    return operations == 0 ? 0 : (double) of.count() / operations;
  }
}
