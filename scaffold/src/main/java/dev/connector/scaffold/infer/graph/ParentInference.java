package dev.connector.scaffold.infer.graph;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Infers which list leads to which. */
public final class ParentInference {

  private final Map<ApiOperation, Collection> operations;

  /**
   * @param operations all there are, in the order of the document
   */
  public ParentInference(Map<ApiOperation, Collection> operations) {
    this.operations = new LinkedHashMap<>(operations);
  }

  public Fact<Parentage> infer(ApiOperation operation) {
    return Fact.unsure(
        new Parentage(
            Map.of(), operations.containsKey(operation) ? List.of() : List.of(operation.path())));
  }
}
