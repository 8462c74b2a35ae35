package dev.connector.cli.agent.brief;

import dev.connector.cli.agent.draft.Draft;

/** Documentation, as much of it as a prompt can hold. */
public interface Material {

  /**
   * What somebody reads who knows nothing yet: all of it, or an outline and what is likely needed.
   */
  String opening();

  /** What somebody reads who holds a draft against it. */
  String about(Draft draft);

  /** That of an API without documentation. */
  static Material none() {
    return new Material() {
      @Override
      public String opening() {
        return "There is no documentation.";
      }

      @Override
      public String about(Draft draft) {
        return opening();
      }
    };
  }
}
