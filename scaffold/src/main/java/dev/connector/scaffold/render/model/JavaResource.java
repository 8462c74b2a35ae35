package dev.connector.scaffold.render.model;

import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A resource as Java.
 *
 * @param name the definition's, {@code contacts}
 * @param accessor the client's method that leads to it, {@code contacts}
 * @param type the simple name of its class, {@code Contacts}
 * @param requests the simple name of the class that makes its requests, {@code ContactsRequests}
 * @param record the simple name of its records' type, {@code Contact}
 * @param operations in the order of the definition
 * @param refusal why it cannot be read; empty where it can, or where nothing reads it
 */
public record JavaResource(
    String name,
    Resource definition,
    String accessor,
    String type,
    String requests,
    String record,
    List<JavaOperation> operations,
    Optional<String> refusal) {

  public JavaResource {
    operations = List.copyOf(operations);
  }

  /** The operation of this name. */
  public JavaOperation operation(String wanted) {
    return operations.stream().filter(it -> it.name().equals(wanted)).findFirst().orElseThrow();
  }

  /** The operation that reads it: what changed, where that can be read. */
  public Optional<JavaOperation> reading() {
    return incremental()
        .map(Incremental::operation)
        .or(() -> definition.reading().operation())
        .map(this::operation);
  }

  /** The operations by which it is read, those included that list what is gone. */
  Set<String> lists() {
    Set<String> lists = new HashSet<>();
    reading().ifPresent(it -> lists.add(it.name()));
    definition.reading().operation().ifPresent(lists::add);
    if (definition.reading().deletes().orElse(null) instanceof Deletes.Listed listed) {
      lists.add(listed.operation());
    }
    return lists;
  }

  public Optional<Incremental> incremental() {
    return definition.reading().incremental();
  }
}
