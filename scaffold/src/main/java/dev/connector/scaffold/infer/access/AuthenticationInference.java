package dev.connector.scaffold.infer.access;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import java.util.List;

/** Infers how callers say who they are. */
public final class AuthenticationInference {

  private final ApiDescription description;

  public AuthenticationInference(ApiDescription description) {
    this.description = description;
  }

  /** Alternatives, each of which is the names of schemes that an operation needs together. */
  public Fact<List<List<String>>> infer(ApiOperation operation) {
    return Fact.sure(
        operation.security().orElse(description.security()),
        new Evidence(operation.place(), "security as the document has it"));
  }
}
