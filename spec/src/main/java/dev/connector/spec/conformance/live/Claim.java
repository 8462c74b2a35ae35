package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a definition claims of one resource.
 *
 * @param read the operation that reads it, incrementally where it can; empty where nothing does
 */
record Claim(String name, Resource resource, Optional<String> read) {

  static Claim of(String name, Resource resource) {
    return new Claim(
        name,
        resource,
        resource
            .reading()
            .incremental()
            .map(Incremental::operation)
            .or(() -> resource.reading().operation()));
  }

  Operation operation(String operation) {
    return resource.operations().get(operation);
  }

  /** The reading operation. */
  Operation reading() {
    return operation(read.orElseThrow());
  }

  /** The reading operation by its full name, {@code contacts.list}. */
  String list() {
    return named(read.orElseThrow());
  }

  String named(String operation) {
    return name + "." + operation;
  }

  Optional<Parent> parent() {
    return resource.reading().parent();
  }

  Optional<Incremental> incremental() {
    return resource.reading().incremental();
  }

  /** The operations that return many records, but for the one that reads. */
  List<String> otherLists() {
    return resource.operations().entrySet().stream()
        .filter(it -> !read.equals(Optional.of(it.getKey())))
        .filter(it -> it.getValue().effect().safe() && !isSingle(it.getValue()))
        .filter(it -> it.getValue().answer().records().isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The operations that return one record, but for one that reads. */
  List<String> gets() {
    return resource.operations().entrySet().stream()
        .filter(it -> !read.equals(Optional.of(it.getKey())))
        .filter(it -> it.getValue().effect().safe() && isSingle(it.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The arguments without which an operation makes no sense. */
  static Set<String> required(Operation operation) {
    Set<String> names = new TreeSet<>();
    operation.arguments().entrySet().stream()
        .filter(it -> isRequired(it.getValue()))
        .forEach(it -> names.add(it.getKey()));
    return names;
  }

  /** The arguments by which an operation names a record; empty where the record has no key. */
  Map<String, JsonNode> key(Operation operation, JsonNode record) {
    return keyed(operation, record, Set.of());
  }

  /** The same key for another operation, which may call its argument otherwise. */
  Map<String, JsonNode> keyOf(Operation operation, Map<String, JsonNode> key) {
    Map<String, JsonNode> own = new LinkedHashMap<>(key);
    own.keySet().retainAll(operation.arguments().keySet());
    if (own.isEmpty() && key.size() == 1) {
      operation.request().path().placeholders().stream()
          .filter(operation.arguments()::containsKey)
          .findFirst()
          .ifPresent(it -> own.put(it, key.values().iterator().next()));
    }
    return own;
  }

  /** Those by what the key is called, or for being the only one. */
  Map<String, JsonNode> keyed(Operation operation, JsonNode record, Set<String> known) {
    Map<String, JsonNode> keyed = new LinkedHashMap<>();
    Set<String> open = new TreeSet<>(required(operation));
    open.removeAll(known);
    List<JsonPointer> primary = resource.record().primaryKey();
    for (String name : open) {
      primary.stream()
          .filter(it -> it.last().getMatchingProperty().equals(name))
          .findFirst()
          .or(
              () ->
                  primary.stream()
                      .filter(it -> primary.size() == 1 && open.size() == 1)
                      .findFirst())
          .map(record::at)
          .filter(it -> it.isValueNode() && !it.isNull())
          .ifPresent(it -> keyed.put(name, it));
    }
    return keyed;
  }

  private static boolean isRequired(Argument argument) {
    return argument.required();
  }

  static boolean isSingle(Operation operation) {
    return operation
        .answer()
        .records()
        .filter(it -> it.shape() instanceof Records.Single)
        .isPresent();
  }
}
