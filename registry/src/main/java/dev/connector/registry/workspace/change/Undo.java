package dev.connector.registry.workspace.change;

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
}
