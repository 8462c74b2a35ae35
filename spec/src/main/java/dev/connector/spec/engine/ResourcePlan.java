package dev.connector.spec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.adapter.Changes;
import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.Deletes;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.RecordStream;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How one resource is read: the lists of its definition, as the runtime wants them. */
record ResourcePlan(Connection connection, String name, Resource resource) {

  ResourcePlan {
    Unsupported.when(resource.custom().isPresent(), name + ", which is custom code");
  }

  static ResourcePlan of(Connection connection, String name) {
    return Optional.ofNullable(connection.definition().resources().get(name))
        .map(resource -> new ResourcePlan(connection, name, resource))
        .orElseThrow(() -> Unsupported.feature("the resource " + name + ", which is not declared"));
  }

  /** The operation that reads: incrementally where it can. */
  String operation() {
    return resource
        .reading()
        .incremental()
        .map(Incremental::operation)
        .or(() -> resource.reading().operation())
        .orElseThrow(() -> Unsupported.feature("reading " + name + ", which has no list"));
  }

  boolean incremental() {
    return resource.reading().incremental().isPresent();
  }

  Values values(Values values, Map<String, JsonNode> arguments) {
    return Arguments.of(name + "." + operation(), operation(operation())).in(values, arguments);
  }

  /** Opens the read; nothing is sent yet. */
  Changes open(Values values, Checkpoint from, OptionalLong limit) {
    Reading all =
        Reading.all(listing(operation(), values))
            .emptyAt(operation(operation()).answer().emptyStatuses());
    Reading reading =
        incremental()
            ? Reading.changes(all.list(), incremental(values))
            : all.deletes(deletes(values));
    return reading.open(connection.client(), from, limit);
  }

  /**
   * The values for a call by itself: one that reads what changed begins where a first read does.
   */
  Values fromStart(String operation, Values values) {
    return resource
        .reading()
        .incremental()
        .filter(it -> it.operation().equals(operation))
        .flatMap(it -> IncrementalTranslation.start(it, values))
        .map(start -> values.with("cursor", start))
        .orElse(values);
  }

  /** Where a first read begins. */
  static Checkpoint since(String cursor) {
    return Checkpoint.at(TextNode.valueOf(cursor));
  }

  /** All records of a list, from the beginning, as parents of others are read. */
  RecordStream<JsonNode> all(Values values) {
    String list = resource.reading().operation().orElseGet(this::operation);
    return connection.client().list(listing(list, withoutCursor(values)));
  }

  private Values withoutCursor(Values values) {
    return resource
        .reading()
        .incremental()
        .flatMap(it -> it.range().start())
        .map(start -> values.with("cursor", TextNode.valueOf(values.text(start))))
        .orElse(values);
  }

  Listing listing(String operationName, Values values) {
    Operation operation = operation(operationName);
    Unsupported.when(
        !operation.answer().errors().isEmpty(), "error rules of one operation (" + name + ")");
    Values own = Arguments.of(name + "." + operationName, operation).in(values, Map.of());
    Listing listing =
        Listing.of(translation(operationName).request(own))
            .records(RecordsTranslation.records(operation.answer()));
    PaginationTranslation paging = new PaginationTranslation(operation.request().payload());
    return operation.pagination().map(it -> paging.page(listing, it)).orElse(listing);
  }

  private dev.connector.runtime.paging.Incremental incremental(Values values) {
    Incremental declared = resource.reading().incremental().orElseThrow();
    Operation operation = operation(declared.operation());
    RequestTranslation request = translation(declared.operation());
    Values own = Arguments.of(name + "." + declared.operation(), operation).in(values, Map.of());
    return new IncrementalTranslation(
            declared, cursor -> request.request(own.with("cursor", cursor)), operation.pagination())
        .translated(values, deletes(values));
  }

  private Deletes deletes(Values values) {
    var declared = resource.reading().deletes().orElse(null);
    Unsupported.when(
        declared instanceof dev.connector.spec.definition.Deletes.Compared,
        "deletes that only comparing with the last read shows");
    if (declared instanceof dev.connector.spec.definition.Deletes.Listed listed) {
      return Deletes.listed(listing(listed.operation(), values));
    }
    return declared instanceof dev.connector.spec.definition.Deletes.Marked mark
        ? new Deletes.Flagged(mark.field(), mark.equals())
        : Deletes.unknown();
  }

  private Operation operation(String operation) {
    return resource.operations().get(operation);
  }

  private RequestTranslation translation(String operation) {
    return new RequestTranslation(new OperationName(name, operation), operation(operation));
  }
}
