package dev.connector.registry.workspace;

import dev.connector.registry.workspace.change.Change;
import java.util.Objects;

/** A file that is there and differs from what would be written; nobody but the user may decide. */
public record Conflict(Change.Replace change, Kind kind) {

  /** Whose content would be lost. */
  public enum Kind {
    /** A connector's file that the user has edited since it was installed. */
    EDITED,
    /** A file that no connector wrote. */
    FOREIGN
  }

  public Conflict {
    Objects.requireNonNull(change);
    Objects.requireNonNull(kind);
  }

  /** Where the file is. */
  public String path() {
    return change.path();
  }
}
