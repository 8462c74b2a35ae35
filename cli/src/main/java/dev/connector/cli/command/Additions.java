package dev.connector.cli.command;

import dev.connector.registry.source.Item;
import dev.connector.registry.workspace.AddRequest.Purpose;
import dev.connector.registry.workspace.change.Mended;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to come into a project.
 *
 * @param edited one of the items as it is to stand there, where that is not what its origin has
 * @param mended an interrupted operation that was ended before
 */
record Additions(
    List<Item> items, Purpose purpose, Optional<Item> edited, Optional<Mended> mended) {
  Additions {
    items = List.copyOf(items);
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(edited);
    Objects.requireNonNull(mended);
  }

  /** Items as their origin has them. */
  static Additions of(List<Item> items, Purpose purpose, Optional<Mended> mended) {
    return new Additions(items, purpose, Optional.empty(), mended);
  }
}
