package dev.connector.spec.conformance.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.connector.ReadRequest;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource that can be read.
 *
 * @param read the operation that reads it, incrementally where it can
 */
record Target(String name, Resource resource, String read) {

  /** Every resource of a definition that can be read without code of its own. */
  static List<Target> all(Definition definition) {
    List<Target> found = new ArrayList<>();
    definition
        .resources()
        .forEach(
            (name, resource) ->
                resource
                    .reading()
                    .incremental()
                    .map(Incremental::operation)
                    .or(() -> resource.reading().operation())
                    .filter(it -> resource.custom().isEmpty())
                    .filter(it -> resource.operations().get(it).custom().isEmpty())
                    .ifPresent(it -> found.add(new Target(name, resource, it))));
    return found;
  }

  /** One resource for each way of reading there is: others would show the same again. */
  static List<Target> kinds(Definition definition) {
    Map<List<Object>, Target> kinds = new LinkedHashMap<>();
    all(definition).forEach(it -> kinds.putIfAbsent(it.kind(), it));
    return List.copyOf(kinds.values());
  }

  /** Those of {@link #kinds} that are read incrementally. */
  static List<Target> incremental(Definition definition) {
    return kinds(definition).stream().filter(it -> it.incremental().isPresent()).toList();
  }

  private List<Object> kind() {
    return List.of(
        operation().pagination(),
        operation().answer().records().map(it -> it.shape().getClass()),
        incremental().map(it -> List.of(it.value(), it.order(), it.filter(), it.range())),
        resource.reading().deletes().map(Object::getClass),
        resource.reading().parent().isPresent());
  }

  Operation operation() {
    return resource.operations().get(read);
  }

  /** Its reading operation by its full name, {@code contacts.list}. */
  String list() {
    return name + "." + read;
  }

  Optional<Incremental> incremental() {
    return resource.reading().incremental();
  }

  Optional<Parent> parent() {
    return resource.reading().parent();
  }

  boolean paged() {
    return operation().pagination().isPresent();
  }

  /** Whether it is always one record. */
  boolean single() {
    return operation()
        .answer()
        .records()
        .filter(it -> it.shape() instanceof Records.Single)
        .isPresent();
  }

  List<JsonPointer> primaryKey() {
    return resource.record().primaryKey();
  }

  /** The most records that the mock may put on a page, of at least this many. */
  int pageSize(int wanted) {
    Optional<Pagination> pagination = operation().pagination();
    // A reader may take a short page for the last one where nothing else tells.
    boolean byLength =
        pagination
            .filter(it -> it instanceof Pagination.Page || it instanceof Pagination.Offset)
            .isPresent();
    int most = pagination.flatMap(Pagination::size).map(Pagination.Size::value).orElse(wanted);
    return byLength ? most : Math.min(most, wanted);
  }

  /** A read of it, with the arguments it needs to be told made up. */
  ReadRequest request(MockApi mock) {
    return request(
        mock.dataset().records(name).stream().findFirst().map(Target::values).orElse(Map.of()));
  }

  private ReadRequest request(Map<String, JsonNode> known) {
    ReadRequest request = ReadRequest.of(name);
    for (var argument : operation().arguments().entrySet()) {
      boolean bound = parent().filter(it -> it.bind().containsKey(argument.getKey())).isPresent();
      if (argument.getValue().required() && !bound) {
        JsonNode value =
            Optional.ofNullable(known.get(argument.getKey())).orElse(sample(argument.getValue()));
        request = request.argument(argument.getKey(), value);
      }
    }
    return request;
  }

  private static Map<String, JsonNode> values(JsonNode record) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    record.properties().forEach(it -> values.put(it.getKey(), it.getValue()));
    return values;
  }

  /** A value of an argument, made up. */
  static JsonNode sample(Argument argument) {
    switch (argument.type()) {
      case INTEGER:
      case NUMBER:
        return IntNode.valueOf(1);
      case BOOLEAN:
        return JsonNodeFactory.instance.booleanNode(true);
      case DATE:
        return TextNode.valueOf("2024-01-01");
      case TIMESTAMP:
        return TextNode.valueOf("2024-01-01T00:00:00Z");
      case LIST:
        return JsonNodeFactory.instance.arrayNode().add("a");
      case OBJECT:
        return JsonNodeFactory.instance.objectNode();
      default:
        return TextNode.valueOf("a");
    }
  }
}
