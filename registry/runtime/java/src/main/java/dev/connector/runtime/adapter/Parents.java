package dev.connector.runtime.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.paging.Change;
import dev.connector.runtime.paging.Checkpoint;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The records that those of a resource are read for, one after the other and read lazily; none that
 * is gone, as an API has nothing below it.
 */
final class Parents<C> implements Iterator<ParentRecord> {

  private final Opened<C> connector;
  private final Parent parent;
  private final Arguments arguments;
  private final Iterator<ParentRecord> grandparents;
  private final Cancellation cancellation;
  private ParentRecord grandparent = ParentRecord.NONE;
  private Optional<Changes> records = Optional.empty();
  private Optional<JsonNode> found = Optional.empty();

  private Parents(
      Opened<C> connector,
      Parent parent,
      Arguments arguments,
      Iterator<ParentRecord> grandparents,
      Cancellation cancellation) {
    this.connector = connector;
    this.parent = parent;
    this.arguments = arguments;
    this.grandparents = grandparents;
    this.cancellation = cancellation;
  }

  /**
   * The parents of a resource's records; {@link ParentRecord#NONE} alone where it has no parent.
   *
   * @param arguments of the read; those that an operation above declares as well go to it, too
   */
  static <C> Iterator<ParentRecord> of(
      Opened<C> connector, Resource<C> child, Arguments arguments, Cancellation cancellation) {
    if (child.parent().isEmpty()) {
      return List.of(ParentRecord.NONE).iterator();
    }
    Parent parent = child.parent().get();
    Resource<C> above = connector.resource(parent.resource());
    return new Parents<>(
        connector,
        parent,
        connector.shared(above, arguments),
        of(connector, above, arguments, cancellation),
        cancellation);
  }

  @Override
  public boolean hasNext() {
    while (found.isEmpty() && (records.isEmpty() || !more(records.get()))) {
      if (!grandparents.hasNext()) {
        return false;
      }
      grandparent = grandparents.next();
      records = Optional.of(all());
    }
    return true;
  }

  @Override
  public ParentRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    JsonNode record = grandparent.copiedInto(found.orElseThrow());
    found = Optional.empty();
    return parent.record(record, grandparent);
  }

  private boolean more(Changes list) {
    Cancellation.Registration registration = cancellation.onCancel(list::close);
    try {
      while (found.isEmpty() && list.hasNext()) {
        found =
            Optional.of(list.next())
                .filter(it -> it.kind() == Change.Kind.UPSERT)
                .map(Change::record);
      }
      return found.isPresent();
    } finally {
      registration.remove();
    }
  }

  private Changes all() {
    return connector
        .reading(connector.resource(parent.resource()), arguments, grandparent)
        .fromStart()
        .open(connector.http(), Checkpoint.NONE, OptionalLong.empty());
  }
}
