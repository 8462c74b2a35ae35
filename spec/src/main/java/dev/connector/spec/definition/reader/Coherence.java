package dev.connector.spec.definition.reader;

import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Incremental.Filter;
import dev.connector.spec.definition.Incremental.Order;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Pagination;
import java.util.Map;
import java.util.Optional;

/** Checks that the parts of a resource, each right by itself, make sense together. */
final class Coherence {

  private final Value operations;
  private final Map<String, Operation> known;

  /** Checks the operations that could be read; the others have problems of their own. */
  Coherence(Value operations, Map<String, Operation> known) {
    this.operations = operations;
    this.known = known;
  }

  void canBeRead(String name) {
    Operation operation = known.get(name);
    if (operation == null) {
      return;
    }
    if (operation.answer().records().isEmpty()) {
      error(
          name,
          "the operation reads the resource, but does not say where records are",
          "add \"records\", a JSON Pointer; \"\" is the whole body");
    }
    operation
        .arguments()
        .forEach(
            (argument, declared) -> {
              if (declared.required()) {
                error(
                    name,
                    "a read has no caller who could give the argument " + argument,
                    "give it a default, or bind it by \"parent\"");
              }
            });
  }

  void isIncremental(Incremental incremental) {
    Operation operation = known.get(incremental.operation());
    if (operation == null) {
      return;
    }
    canBeRead(incremental.operation());
    boolean uses = operation.request().placeholders().contains("cursor");
    if (uses && incremental.filter() == Filter.CLIENT) {
      error(
          incremental.operation(),
          "the API filters by {cursor}, but \"filter\" says the client does",
          "make \"filter\" inclusive or exclusive");
    }
    if (!uses && incremental.filter() != Filter.CLIENT) {
      error(
          incremental.operation(),
          "the operation reads incrementally, but {cursor} goes nowhere",
          "put {cursor} into a parameter, or make \"filter\" client");
    }
  }

  void windows(Optional<Incremental> incremental) {
    known.forEach(
        (name, operation) -> {
          boolean restarts =
              operation
                  .pagination()
                  .flatMap(Pagination::window)
                  .map(Pagination.Window::restart)
                  .orElse(false);
          boolean can =
              incremental
                  .filter(i -> i.operation().equals(name))
                  .filter(i -> i.order() == Order.ASCENDING && i.filter() == Filter.INCLUSIVE)
                  .isPresent();
          if (restarts && !can) {
            error(
                name,
                "a window can restart only where the resource reads incrementally by this"
                    + " operation, in ascending order, with an inclusive filter",
                "describe that in \"incremental\", or remove \"restart\"");
          }
        });
  }

  private void error(String operation, String cause, String fix) {
    operations.findings().error(operations.member(operation).pointer(), cause, fix);
  }
}
