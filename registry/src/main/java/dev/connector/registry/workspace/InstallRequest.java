package dev.connector.registry.workspace;

import dev.connector.registry.workspace.AddRequest.BuildEdits;
import java.util.Objects;

/** What is to be brought back. */
public record InstallRequest(Project project, BuildEdits buildEdits, Extent extent) {

  /** How much of it. */
  public enum Extent {
    /** Whatever is missing; what the user edited stays. */
    EVERYTHING,
    /** Files of the connectors alone, and only where nothing differs from the lock. */
    FROZEN
  }

  public InstallRequest {
    Objects.requireNonNull(project);
    Objects.requireNonNull(buildEdits);
    Objects.requireNonNull(extent);
  }
}
