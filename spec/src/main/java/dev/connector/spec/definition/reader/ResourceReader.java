package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.NearMatch;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Reading;
import dev.connector.spec.definition.RecordType;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.TimeFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one of {@code resources}. */
final class ResourceReader {

  private final Context context;

  ResourceReader(Context context) {
    this.context = context;
  }

  Resource resource(Value value) {
    return value.object(fields -> resource(fields, value, value.name()));
  }

  private Resource resource(Fields fields, Value value, String name) {
    String title = fields.or(name, "title", Value::words);
    String description = fields.or("", "description", Value::words);
    RecordType record = recordType(fields);
    Optional<Parent> parent = fields.optional("parent", v -> v.object(f -> parent(f, name)));
    Scope outside = context.settings().with(context.names().bound(name), true);
    Map<String, Argument> shared = ArgumentReader.arguments(fields, outside);
    Map<String, Operation> operations =
        fields.required("operations", v -> operations(v, value, outside, shared));
    Reading reading = reading(name).reading(fields, parent, operations);
    Optional<String> custom = fields.optional("custom", Value::words);
    return fields.build(
        () -> new Resource(title, description, record, reading, operations, custom));
  }

  private Map<String, Operation> operations(
      Value value, Value resource, Scope outside, Map<String, Argument> shared) {
    if (value.node().isEmpty() && value.node().isObject()) {
      throw new InvalidDefinitionException("there is no operation", "describe at least one");
    }
    ReadingReader reading = reading(resource.name());
    PaginationReader pagination = new PaginationReader(reading::operation);
    Scope scope = ArgumentReader.scope(outside, resource.node());
    return value.map(
        Formats::identifier,
        v -> {
          boolean reads = v.name().equals(incrementalOperation(resource));
          Scope inside = reads ? cursors(scope, resource) : scope;
          return v.object(
              f -> new OperationReader(outside, inside, shared, pagination).operation(f, v.node()));
        });
  }

  private ReadingReader reading(String resource) {
    return new ReadingReader(context.names().operations(resource), context.settings());
  }

  /** The name of the operation that may use {@code {cursor}}; empty where there is none. */
  private static String incrementalOperation(Value resource) {
    if (!resource.node().has("incremental")) {
      return "";
    }
    String read = resource.node().path("read").asText("list");
    return resource.node().path("incremental").path("operation").asText(read);
  }

  private static Scope cursors(Scope scope, Value resource) {
    boolean started = resource.node().path("incremental").has("start");
    boolean sliced = resource.node().path("incremental").has("slice");
    return scope.with(List.of("cursor"), started).with(List.of("until"), sliced);
  }

  private RecordType recordType(Fields fields) {
    String schema = fields.required("schema", this::schema);
    List<JsonPointer> primaryKey =
        fields.or(List.of(), "primaryKey", v -> v.some(RecordsReader::place));
    List<JsonPointer> personal = fields.list("personal", RecordsReader::place);
    Optional<CanonicalMapping> canonical =
        fields.optional("canonical", v -> v.object(ResourceReader::canonical));
    return fields.part(() -> new RecordType(schema, primaryKey, personal, canonical));
  }

  private String schema(Value value) {
    String file = Formats.schemaFile(value);
    if (context.files().isPresent() && !context.files().get().test(file)) {
      throw new InvalidDefinitionException("there is no file " + file, "add it, or name another");
    }
    return file;
  }

  private Parent parent(Fields fields, String child) {
    String resource = fields.required("resource", v -> parentName(v, child));
    Map<String, JsonPointer> bind =
        fields.required("bind", v -> v.map(Formats::identifier, Formats::pointer));
    Map<JsonPointer, JsonPointer> copy =
        fields.or(Map.of(), "copy", v -> v.map(RecordsReader::place, Formats::pointer));
    Optional<Integer> batch = fields.optional("batch", Formats::count);
    if (batch.isPresent()) {
      fields.notExecutedYet("asking for several parents at once");
    }
    return fields.build(() -> new Parent(resource, bind, copy, batch));
  }

  private String parentName(Value value, String child) {
    String name = value.text();
    Set<String> resources = context.names().resources();
    if (!resources.contains(name)) {
      throw new InvalidDefinitionException(
          "there is no resource \"" + name + "\"",
          NearMatch.of(name, resources)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElseGet(() -> "use one of " + String.join(", ", resources)));
    }
    if (context.names().isItsOwnAncestor(child)) {
      throw new InvalidDefinitionException(
          "following parents leads from " + child + " back to " + child,
          "take the parent away where the circle closes");
    }
    return name;
  }

  private static CanonicalMapping canonical(Fields fields) {
    String type = fields.required("type", v -> Formats.identifier(v.text()));
    Map<JsonPointer, CanonicalMapping.Field> mapping =
        fields.required("fields", v -> v.map(RecordsReader::place, ResourceReader::field));
    return fields.build(() -> new CanonicalMapping(type, mapping));
  }

  private static CanonicalMapping.Field field(Value value) {
    return value.node().isTextual()
        ? CanonicalMapping.From.at(Formats.pointer(value))
        : value.object(ResourceReader::field);
  }

  private static CanonicalMapping.Field field(Fields fields) {
    if (fields.has("constant")) {
      Value constant = fields.member("constant");
      return fields.build(() -> new CanonicalMapping.Constant(constant.node()));
    }
    JsonPointer from = fields.required("from", Formats::pointer);
    Optional<TimeFormat> format = fields.optional("as", v -> v.word(TimeFormat.class));
    Map<String, String> values = fields.map("values", Value::text);
    Optional<String> separator = fields.optional("separator", Value::text);
    Integer decimals = fields.or(0, "decimals", Formats.integer(1, 18));
    return fields.build(() -> new CanonicalMapping.From(from, format, values, separator, decimals));
  }
}
