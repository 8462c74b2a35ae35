package dev.connector.connectors.hubspot;

import java.util.List;

/**
 * An association that a new record is born with.
 *
 * @param to an existing record; its type follows from that of the association
 * @param types how the two belong together, at least one
 */
public record Link(End to, List<AssociationType> types) {

  /** The other end, by HubSpot's id. */
  public record End(String id) {}

  public Link {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("a link needs at least one type");
    }
    types = List.copyOf(types);
  }

  /** A link to the record with this id. */
  public static Link to(String id, AssociationType... types) {
    return new Link(new End(id), List.of(types));
  }
}
