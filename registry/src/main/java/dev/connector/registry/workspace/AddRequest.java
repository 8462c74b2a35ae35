package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be put where.
 *
 * @param items the connectors asked for and everything they need, the runtime among them
 * @param edited one of these connectors as it is to stand in the project, where that is not what
 *     its origin has: the difference counts as the user's edits
 */
public record AddRequest(
    Project project,
    List<Item> items,
    BuildEdits buildEdits,
    Purpose purpose,
    Optional<Item> edited) {

  /** A request to have items as they are. */
  public AddRequest(Project project, List<Item> items, BuildEdits buildEdits, Purpose purpose) {
    this(project, items, buildEdits, purpose, Optional.empty());
  }

  /** What for, which decides about the files the user has edited. */
  public enum Purpose {
    /** To have them here: what differs is the user's to decide. */
    ADD,
    /** To have them as their origin has them now: edits are merged with what is new. */
    UPDATE,
    /**
     * To change one that is here: what {@code edited} has and the item has not is merged with the
     * user's own edits, and the origin stays what it was.
     */
    EDIT;

    /** The word for it in titles. */
    String verb() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(edited);
    items = List.copyOf(items);
  }
}
