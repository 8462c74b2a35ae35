package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Answer;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.ErrorRule;
import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.RequestTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one of a resource's {@code operations}. */
final class OperationReader {

  private static final JsonPointer WHOLE = JsonPointer.empty();

  private final Scope resource;
  private final Map<String, Argument> shared;
  private final PaginationReader pagination;
  private final Map<String, Function<Fields, Records.Shape>> shapes = new LinkedHashMap<>();

  /**
   * A reader of the operations of one resource.
   *
   * @param shared arguments that the resource declares for whichever operation uses them
   */
  OperationReader(Scope resource, Map<String, Argument> shared, PaginationReader pagination) {
    this.resource = resource;
    this.shared = shared == null ? Map.of() : shared;
    this.pagination = pagination;
    shapes.put("array", OperationReader::array);
    shapes.put("single", fields -> new Records.Single());
    shapes.put("map", OperationReader::entries);
    shapes.put("table", OperationReader::table);
  }

  Operation operation(Fields fields, JsonNode node) {
    Scope scope = withArguments(resource, node);
    String description = fields.or("", "description", Value::words);
    Map<String, Argument> own = arguments(fields);
    RequestTemplate request = new RequestReader(scope).part(fields, "GET");
    Map<String, Argument> arguments = withShared(own, request);
    Operation.Effect effect = effect(fields, request);
    Answer answer = answer(fields);
    Optional<Pagination> pages =
        fields.optional("pagination", v -> v.object(pagination::pagination));
    Optional<String> custom = fields.optional("custom", Value::words);
    return fields.build(
        () -> new Operation(description, request, arguments, effect, answer, pages, custom));
  }

  /** The arguments declared here; null where they could not be read. */
  static Map<String, Argument> arguments(Fields fields) {
    return fields.or(
        Map.of(),
        "arguments",
        v -> v.map(Formats::identifier, a -> a.object(OperationReader::argument)));
  }

  static Scope withArguments(Scope scope, JsonNode declaring) {
    return scope
        .with(Names.arguments(declaring, true), true)
        .with(Names.arguments(declaring, false), false);
  }

  private Map<String, Argument> withShared(Map<String, Argument> own, RequestTemplate request) {
    if (own == null || request == null) {
      return own;
    }
    Map<String, Argument> all = new LinkedHashMap<>(shared);
    all.keySet().retainAll(request.placeholders());
    all.putAll(own);
    return all;
  }

  private static Argument argument(Fields fields) {
    String description = fields.or("", "description", Value::words);
    Argument.Type type = fields.or(Argument.Type.TEXT, "type", v -> v.word(Argument.Type.class));
    Boolean required = fields.or(false, "required", Value::flag);
    Optional<JsonNode> defaultValue = fields.optional("default", Value::node);
    Optional<String> separator = fields.optional("separator", Value::text);
    return fields.build(() -> new Argument(description, type, required, defaultValue, separator));
  }

  private static Operation.Effect effect(Fields fields, RequestTemplate request) {
    boolean reads = request != null && List.of("GET", "HEAD").contains(request.method());
    Boolean safe = fields.or(reads, "safe", Value::flag);
    Optional<String> key = fields.optional("idempotencyKey", v -> Formats.header(v.text()));
    if (safe == null) {
      return null;
    }
    if (safe && key.isPresent()) {
      fields.error(
          "a request that changes nothing has an idempotency key",
          "remove \"idempotencyKey\" or \"safe\"");
      return null;
    }
    return new Operation.Effect(safe, key);
  }

  private Answer answer(Fields fields) {
    Answer.Format format =
        fields.or(Answer.Format.JSON, "response", v -> v.word(Answer.Format.class));
    if (format != null && format != Answer.Format.JSON) {
      fields.notExecutedYet("a response that is not JSON");
    }
    Optional<Records> records = fields.optional("records", this::records);
    List<Integer> empty = fields.or(List.of(), "emptyStatuses", ErrorRuleReader::statuses);
    List<ErrorRule> errors = fields.list("errors", v -> v.object(ErrorRuleReader::rule));
    return format == null || empty == null || errors == null
        ? null
        : new Answer(format, records, empty, errors);
  }

  private Records records(Value value) {
    return value.node().isTextual()
        ? new Records(Formats.pointer(value), new Records.Array(WHOLE), Map.of())
        : value.object(this::records);
  }

  private Records records(Fields fields) {
    Function<Fields, Records.Shape> kind =
        fields.or(shapes.get("array"), "shape", v -> Value.Choice.of(v.text(), shapes));
    JsonPointer at = fields.or(WHOLE, "at", Formats::pointer);
    Map<JsonPointer, JsonPointer> copy =
        fields.or(Map.of(), "copy", v -> v.map(OperationReader::place, Formats::pointer));
    Records.Shape shape = kind == null ? null : kind.apply(fields);
    return kind == null ? null : fields.build(() -> new Records(at, shape, copy));
  }

  private static Records.Shape array(Fields fields) {
    JsonPointer item = fields.or(WHOLE, "item", Formats::pointer);
    return item == null ? null : new Records.Array(item);
  }

  private static Records.Shape entries(Fields fields) {
    JsonPointer key = fields.required("key", v -> place(v.text()));
    JsonPointer value = fields.or(WHOLE, "value", Formats::pointer);
    return key == null || value == null ? null : new Records.Entries(key, value);
  }

  private static Records.Shape table(Fields fields) {
    fields.notExecutedYet("records in a table");
    JsonPointer columns = fields.required("columns", Formats::pointer);
    return columns == null ? null : new Records.Table(columns);
  }

  /** A place in a record, which is not the record itself. */
  static JsonPointer place(String text) {
    JsonPointer pointer = Formats.pointer(text);
    if (pointer.matches()) {
      throw new InvalidDefinitionException(
          "the value would be the whole record", "give it a place, such as /id");
    }
    return pointer;
  }
}
