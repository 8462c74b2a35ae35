package dev.connector.spec.engine;

import dev.connector.runtime.adapter.Reading;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.paging.Deletes;
import dev.connector.runtime.paging.Listing;
import dev.connector.runtime.paging.Records;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Resource;
import java.util.Optional;
import java.util.Set;

/**
 * The requests and lists of one resource, as the runtime wants them.
 *
 * @param settings the names of what is known before any request is made
 */
record ResourcePlan(String name, Resource resource, Set<String> settings) {

  ResourcePlan {
    Unsupported.when(resource.custom().isPresent(), name + ", which is custom code");
  }

  static ResourcePlan of(Definition definition, String name) {
    return new ResourcePlan(name, definition.resources().get(name), definition.settings().keySet());
  }

  /** How it is read: incrementally where it can. */
  Reading reading(Values values) {
    Unsupported.when(
        resource.reading().parent().flatMap(it -> it.batch()).isPresent(),
        "several parents in one request");
    Optional<Incremental> incremental = resource.reading().incremental();
    Optional<String> list = resource.reading().operation();
    String operation =
        incremental.map(Incremental::operation).or(() -> list).orElseThrow(this::withoutList);
    Listing records = listing(operation, values);
    Reading reading =
        incremental
            .map(it -> Reading.changes(records, incremental(it, values)))
            .orElseGet(() -> Reading.all(records))
            .deletes(deletes(values))
            .emptyAt(operation(operation).answer().emptyStatuses());
    return list.filter(it -> !it.equals(operation))
        .map(it -> reading.wholly(() -> listing(it, values)))
        .orElse(reading);
  }

  /** What tells whether the credentials are accepted. */
  Reading probe(String operation, Values settings) {
    if (operation(operation).answer().records().isPresent()) {
      return Reading.all(listing(operation, settings));
    }
    Request request = request(operation, arguments(operation).completed(settings));
    return Reading.all(Listing.of(request).records(Records.none()));
  }

  /** A call by itself; one that reads what changed begins where a first read does. */
  Request request(String operation, Values values) {
    Values all = arguments(operation).separated(values);
    return resource
        .reading()
        .incremental()
        .filter(it -> it.operation().equals(operation))
        .flatMap(it -> IncrementalTranslation.start(it, all))
        .map(start -> translation(operation).request(all.with("cursor", start)))
        .orElseGet(() -> translation(operation).request(all));
  }

  Listing listing(String operationName, Values values) {
    Operation operation = operation(operationName);
    Unsupported.when(
        !operation.answer().errors().isEmpty(), "error rules of one operation (" + name + ")");
    Values all = arguments(operationName).completed(values);
    Listing listing =
        Listing.of(translation(operationName).request(all))
            .records(RecordsTranslation.records(operation.answer()));
    PaginationTranslation paging = new PaginationTranslation(operation.request().payload());
    return operation.pagination().map(it -> paging.page(listing, it)).orElse(listing);
  }

  private dev.connector.runtime.paging.Incremental incremental(
      Incremental declared, Values values) {
    Operation operation = operation(declared.operation());
    RequestTranslation request = translation(declared.operation());
    Values all = arguments(declared.operation()).completed(values);
    return new IncrementalTranslation(
            declared, cursor -> request.request(all.with("cursor", cursor)), operation.pagination())
        .translated(values);
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
    return Optional.ofNullable(resource.operations().get(operation))
        .orElseThrow(
            () ->
                Unsupported.feature(
                    "the operation " + name + "." + operation + ", which is not declared"));
  }

  private RuntimeException withoutList() {
    return Unsupported.feature("reading " + name + ", which has no list");
  }

  private ArgumentTranslation arguments(String operation) {
    return new ArgumentTranslation(name + "." + operation, operation(operation));
  }

  private RequestTranslation translation(String operation) {
    Unsupported.when(
        operation(operation)
            .request()
            .baseUrl()
            .filter(it -> !settings.containsAll(it.placeholders()))
            .isPresent(),
        "a base URL that depends on the request (" + name + "." + operation + ")");
    return new RequestTranslation(new OperationName(name, operation), operation(operation));
  }
}
