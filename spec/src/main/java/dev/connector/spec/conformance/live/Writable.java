package dev.connector.spec.conformance.live;

import dev.connector.spec.definition.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A resource of which a record can be made, read back and taken away, by operations' names.
 *
 * @param update changes a record; empty where nothing does
 */
record Writable(Claim claim, String create, String get, Optional<String> update, String delete) {

  /** What a definition says of writing a resource; empty where it cannot leave nothing behind. */
  static Optional<Writable> of(Claim claim) {
    if (claim.parent().isPresent() || claim.resource().custom().isPresent()) {
      return Optional.empty();
    }
    Optional<String> create =
        find(claim, it -> it.request().method().equals("POST") && answers(it), "create");
    Optional<String> get =
        claim.gets().stream()
            .filter(it -> Claim.required(claim.operation(it)).size() == 1)
            .findFirst();
    Optional<String> delete =
        find(claim, it -> it.request().method().equals("DELETE"), "delete", "archive", "remove");
    Optional<String> update =
        find(claim, it -> it.request().method().matches("PATCH|PUT"), "update", "replace");
    return create.isPresent() && get.isPresent() && delete.isPresent()
        ? Optional.of(new Writable(claim, create.get(), get.get(), update, delete.get()))
        : Optional.empty();
  }

  /** The operations it takes, by their full names. */
  Set<String> operations() {
    Set<String> names = new TreeSet<>();
    names.add(claim.named(create));
    names.add(claim.named(delete));
    update.ifPresent(it -> names.add(claim.named(it)));
    return names;
  }

  private static boolean answers(Operation operation) {
    return Claim.isSingle(operation);
  }

  private static Optional<String> find(
      Claim claim, Predicate<Operation> condition, String... names) {
    for (String name : names) {
      Optional<String> found =
          claim.resource().operations().entrySet().stream()
              .filter(it -> it.getKey().equals(name))
              .filter(it -> !it.getValue().effect().safe() && condition.test(it.getValue()))
              .map(Map.Entry::getKey)
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
