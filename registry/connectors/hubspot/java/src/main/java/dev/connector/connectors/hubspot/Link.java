package dev.connector.connectors.hubspot;

import java.util.List;

/**
 * An association that a new record is born with.
 *
 * @param toId the id of an existing record
 * @param types how the two belong together, at least one
 */
public record Link(String toId, List<AssociationType> types) {

  public Link {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("a link needs at least one type");
    }
    types = List.copyOf(types);
  }

  /** A link of one type. */
  public static Link to(String toId, AssociationType type) {
    return new Link(toId, List.of(type));
  }
}
