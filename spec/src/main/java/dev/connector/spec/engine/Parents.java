package dev.connector.spec.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.adapter.ParentRecord;
import dev.connector.runtime.paging.RecordStream;
import dev.connector.spec.definition.Parent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The parents of a resource's records, one after the other and read lazily. */
final class Parents implements Iterator<Parents.Binding>, AutoCloseable {

  /**
   * One parent.
   *
   * @param values what its children's requests are filled with
   * @param record the part of it that the parents gave, its own parents included
   */
  record Binding(Values values, ParentRecord record) {

    /** No parent at all. */
    static Binding none(Values values) {
      return new Binding(values, ParentRecord.NONE);
    }

    /** By which its state is kept. */
    String key() {
      return record.bound().toString();
    }
  }

  private final Connection connection;
  private final Parent parent;
  private final Iterator<Binding> grandparents;
  private Optional<RecordStream<JsonNode>> records = Optional.empty();
  private Binding grandparent;

  private Parents(Connection connection, Parent parent, Iterator<Binding> grandparents) {
    Unsupported.when(parent.batch().isPresent(), "several parents in one request");
    this.connection = connection;
    this.parent = parent;
    this.grandparents = grandparents;
  }

  /** The parents of a resource; a single empty one where it has none. */
  static Iterator<Binding> of(ResourcePlan plan, Values values) {
    Connection connection = plan.connection();
    Optional<Parent> parent = plan.resource().reading().parent();
    if (parent.isEmpty()) {
      return List.of(Binding.none(values)).iterator();
    }
    ResourcePlan above = ResourcePlan.of(connection, parent.get().resource());
    return new Parents(connection, parent.get(), of(above, values));
  }

  @Override
  public boolean hasNext() {
    while (records.isEmpty() || !records.get().hasNext()) {
      if (!grandparents.hasNext()) {
        return false;
      }
      grandparent = grandparents.next();
      records =
          Optional.of(ResourcePlan.of(connection, parent.resource()).all(grandparent.values()));
    }
    return true;
  }

  @Override
  public Binding next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    JsonNode found = records.orElseThrow().next();
    ObjectNode bound = grandparent.record().bound().deepCopy();
    Map<String, JsonNode> more = new LinkedHashMap<>();
    parent
        .bind()
        .forEach(
            (name, pointer) -> {
              more.put(name, found.at(pointer));
              bound.set(name, found.at(pointer));
            });
    Map<JsonPointer, JsonNode> copied = new LinkedHashMap<>();
    parent.copy().forEach((place, pointer) -> copied.put(place, found.at(pointer)));
    return new Binding(grandparent.values().with(more), new ParentRecord(bound, copied));
  }

  @Override
  public void close() {
    records.ifPresent(RecordStream::close);
  }
}
