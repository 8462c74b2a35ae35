package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import java.util.List;
import java.util.Objects;

/**
 * What is to be put where.
 *
 * @param items the connectors asked for and everything they need, the runtime among them
 */
public record AddRequest(Project project, List<Item> items, BuildEdits buildEdits) {

  /** Whether the build file may be edited. */
  public enum BuildEdits {
    /** Missing dependencies are added. */
    ADD,
    /** The build file stays; what is missing is reported ({@code --no-deps}). */
    NONE
  }

  public AddRequest {
    Objects.requireNonNull(project);
    Objects.requireNonNull(buildEdits);
    items = List.copyOf(items);
  }
}
