package dev.connector.registry.workspace;

import dev.connector.registry.source.Item;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is to be put where.
 *
 * @param items the connectors asked for and everything they need, the runtime among them
 */
public record AddRequest(
    Project project, List<Item> items, BuildEdits buildEdits, Purpose purpose) {

  /** What for, which decides about the files the user has edited. */
  public enum Purpose {
    /** To have them here: what differs is the user's to decide. */
    ADD,
    /** To have them as their origin has them now: edits are merged with what is new. */
    UPDATE;

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
    items = List.copyOf(items);
  }
}
