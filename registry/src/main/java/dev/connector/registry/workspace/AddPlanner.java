package dev.connector.registry.workspace;

/** Plans how connectors get into a project. Reads the project, writes nothing. */
public final class AddPlanner {

  /**
   * Computes every change; a second, identical request gives an empty plan.
   *
   * @throws dev.connector.spec.ConnectorException where the project cannot take the items: another
   *     language, a language level too low, an incompatible runtime
   */
  public AddPlan plan(AddRequest request) {
    throw new UnsupportedOperationException();
  }
}
