package dev.connector.spec.conformance.live;

import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A definition that asks for smaller pages, so that few records fill several. */
final class SmallPages {

  private SmallPages() {}

  /** The same definition, but for the size of the pages that read one resource. */
  static Definition of(Definition it, Claim claim, int size) {
    Map<String, Resource> resources = new LinkedHashMap<>(it.resources());
    resources.put(claim.name(), resource(claim, size));
    return new Definition(
        it.metadata(),
        it.endpoint(),
        it.settings(),
        it.authentication(),
        it.limits(),
        it.errors(),
        it.policy(),
        resources,
        it.webhooks(),
        it.check(),
        it.custom());
  }

  private static Resource resource(Claim claim, int size) {
    Resource it = claim.resource();
    Map<String, Operation> operations = new LinkedHashMap<>(it.operations());
    operations.put(claim.read().orElseThrow(), operation(claim.reading(), size));
    return new Resource(
        it.title(), it.description(), it.record(), it.reading(), operations, it.custom());
  }

  private static Operation operation(Operation it, int size) {
    return new Operation(
        it.description(),
        it.request(),
        it.arguments(),
        it.effect(),
        it.answer(),
        it.pagination().map(paging -> paging(paging, size)),
        it.custom());
  }

  private static Pagination paging(Pagination paging, int most) {
    Optional<Pagination.Size> size =
        paging.size().map(it -> new Pagination.Size(it.parameter(), Math.min(it.value(), most)));
    if (paging instanceof Pagination.Page it) {
      return new Pagination.Page(it.parameter(), it.first(), it.end(), size, it.window());
    }
    if (paging instanceof Pagination.Offset it) {
      return new Pagination.Offset(it.parameter(), it.first(), it.end(), size, it.window());
    }
    if (paging instanceof Pagination.Cursor it) {
      return new Pagination.Cursor(
          it.parameter(), it.next(), it.continuation(), it.end(), size, it.window());
    }
    if (paging instanceof Pagination.Keyset it) {
      return new Pagination.Keyset(it.parameter(), it.key(), it.end(), size, it.window());
    }
    return paging instanceof Pagination.NextLink it
        ? new Pagination.NextLink(it.next(), size, it.window())
        : new Pagination.LinkHeader(
            ((Pagination.LinkHeader) paging).relation(), size, paging.window());
  }
}
