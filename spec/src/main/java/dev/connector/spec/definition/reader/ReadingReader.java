package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.NearMatch;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Incremental.Filter;
import dev.connector.spec.definition.Incremental.Order;
import dev.connector.spec.definition.Incremental.Range;
import dev.connector.spec.definition.Incremental.Type;
import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Parent;
import dev.connector.spec.definition.Reading;
import dev.connector.spec.definition.Template;
import dev.connector.spec.definition.TimeFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads how a resource's records are read, in full, incrementally, and when they are gone. */
final class ReadingReader {

  private final Set<String> operations;
  private final Scope settings;
  private final Map<String, Function<Fields, Deletes>> deletes = new LinkedHashMap<>();

  ReadingReader(Set<String> operations, Scope settings) {
    this.operations = operations;
    this.settings = settings;
    deletes.put("marked", ReadingReader::marked);
    deletes.put("listed", this::listed);
    deletes.put("compared", ReadingReader::compared);
  }

  Reading reading(Fields fields, Optional<Parent> parent, Map<String, Operation> read) {
    Optional<String> list = operations.contains("list") ? Optional.of("list") : Optional.empty();
    Optional<String> operation =
        fields.has("read") ? fields.optional("read", this::operation) : list;
    Optional<Incremental> incremental =
        fields.optional("incremental", v -> v.object(f -> incremental(f, operation)));
    Optional<Deletes> gone = fields.optional("deletes", v -> v.object(f -> f.byType(deletes)));
    Map<String, Operation> known = read == null ? Map.of() : read;
    Coherence coherence = new Coherence(fields.member("operations"), known);
    operation.ifPresent(coherence::canBeRead);
    incremental.ifPresent(coherence::isIncremental);
    coherence.windows(incremental);
    return new Reading(operation, parent, incremental, gone);
  }

  /** The name of one of the resource's operations. */
  String operation(Value value) {
    String name = value.text();
    if (!operations.contains(name)) {
      throw new InvalidDefinitionException(
          "the resource has no operation \"" + name + "\"",
          NearMatch.of(name, operations)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElseGet(() -> "use one of " + String.join(", ", operations)));
    }
    return name;
  }

  private Incremental incremental(Fields fields, Optional<String> read) {
    JsonPointer cursor = fields.required("cursor", RecordsReader::place);
    Optional<String> said = fields.optional("operation", this::operation);
    String operation = said.or(() -> read).orElse(null);
    if (operation == null && !fields.has("operation")) {
      fields.error("nothing says which operation reads from a cursor on", "add \"operation\"");
    }
    Type type = fields.or(Type.TIMESTAMP, "type", v -> v.word(Type.class));
    Optional<TimeFormat> format = fields.optional("format", v -> v.word(TimeFormat.class));
    Order order = fields.or(Order.NONE, "order", v -> v.word(Order.class));
    Filter filter = fields.or(Filter.INCLUSIVE, "filter", v -> v.word(Filter.class));
    Optional<Template> start = fields.optional("start", settings::certainTemplate);
    Optional<Duration> lookback = fields.optional("lookback", Formats::duration);
    Optional<Duration> slice = fields.optional("slice", Formats::duration);
    if (slice.isPresent()) {
      fields.notExecutedYet("reading in slices");
    }
    return fields.build(
        () ->
            new Incremental(
                cursor,
                operation,
                new Incremental.Value(type, format),
                order,
                filter,
                new Range(start, lookback, slice)));
  }

  private static Deletes marked(Fields fields) {
    JsonPointer field = fields.required("field", RecordsReader::place);
    Optional<JsonNode> equals = fields.optional("equals", Value::node);
    return fields.build(() -> new Deletes.Marked(field, equals));
  }

  private Deletes listed(Fields fields) {
    String operation = fields.required("operation", this::operation);
    Optional<JsonPointer> at = fields.optional("at", RecordsReader::place);
    return fields.build(() -> new Deletes.Listed(operation, at));
  }

  private static Deletes compared(Fields fields) {
    fields.notExecutedYet("comparing full reads");
    return fields.build(Deletes.Compared::new);
  }
}
