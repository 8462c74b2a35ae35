package dev.connector.registry.workspace.change;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.List;
import java.util.Objects;

/**
 * What taking an operation back comes to, before anything is written.
 *
 * @param operation what is taken back
 * @param changes from the contents that are there to those that were there before
 * @param edited files somebody has changed since; while there are any, nothing can be taken back
 */
public record Undo(Operation operation, List<Change> changes, List<String> edited) {
  public Undo {
    Objects.requireNonNull(operation);
    changes = List.copyOf(changes);
    edited = List.copyOf(edited);
  }

  /** Fails with kind CONFLICT and the names of the files where any was edited since. */
  public void requireUnedited() {
    if (!edited.isEmpty()) {
      throw new ConnectorException(
          Kind.CONFLICT,
          "\"%s\" cannot be undone, because files were edited since; nothing was written\n%s"
              .formatted(operation.title(), String.join("\n", edited)),
          "put these files back as they were, keeping what you want of them elsewhere");
    }
  }
}
