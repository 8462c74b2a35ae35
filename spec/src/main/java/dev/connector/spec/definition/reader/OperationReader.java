package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.spec.definition.Answer;
import dev.connector.spec.definition.Argument;
import dev.connector.spec.definition.ErrorRule;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Records;
import dev.connector.spec.definition.RequestTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one of a resource's {@code operations}. */
final class OperationReader {

  private final Scope outside;
  private final Scope resource;
  private final Map<String, Argument> shared;
  private final PaginationReader pagination;
  private final RecordsReader recordsReader = new RecordsReader();

  /**
   * A reader of the operations of one resource.
   *
   * @param outside what has a value around the resource, which no argument may hide
   * @param resource what has a value in it, shared arguments and cursors included
   * @param shared arguments that the resource declares for whichever operation uses them
   */
  OperationReader(
      Scope outside, Scope resource, Map<String, Argument> shared, PaginationReader pagination) {
    this.outside = outside;
    this.resource = resource;
    this.shared = shared == null ? Map.of() : shared;
    this.pagination = pagination;
  }

  Operation operation(Fields fields, JsonNode node) {
    Scope scope = ArgumentReader.scope(resource, node);
    String description = fields.or("", "description", Value::words);
    Map<String, Argument> own = ArgumentReader.arguments(fields, outside);
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

  private Map<String, Argument> withShared(Map<String, Argument> own, RequestTemplate request) {
    if (own == null || request == null) {
      return own;
    }
    Map<String, Argument> all = new LinkedHashMap<>(shared);
    all.keySet().retainAll(request.placeholders());
    all.putAll(own);
    return all;
  }

  private static Operation.Effect effect(Fields fields, RequestTemplate request) {
    boolean reads = request != null && List.of("GET", "HEAD").contains(request.method());
    Boolean safe = fields.or(reads, "safe", Value::flag);
    Optional<String> key = fields.optional("idempotencyKey", v -> Formats.header(v.text()));
    return fields.part(() -> new Operation.Effect(safe, key));
  }

  private Answer answer(Fields fields) {
    Answer.Format format =
        fields.or(Answer.Format.JSON, "response", v -> v.word(Answer.Format.class));
    if (format != null && format != Answer.Format.JSON) {
      fields.notExecutedYet("a response that is not JSON");
    }
    Optional<Records> records = fields.optional("records", recordsReader::records);
    List<Integer> empty = fields.or(List.of(), "emptyStatuses", ErrorRuleReader::statuses);
    List<ErrorRule> errors = fields.list("errors", v -> v.object(ErrorRuleReader::rule));
    return fields.part(() -> new Answer(format, records, empty, errors));
  }
}
