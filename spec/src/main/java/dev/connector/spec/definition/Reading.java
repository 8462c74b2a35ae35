package dev.connector.spec.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * How a resource's records are read.
 *
 * @param operation the one that lists them all; absent where records are only fetched by key
 * @param parent whose records have to be read first
 * @param incremental how to read only what changed
 * @param deletes how to learn what is gone
 */
public record Reading(
    Optional<String> operation,
    Optional<Parent> parent,
    Optional<Incremental> incremental,
    Optional<Deletes> deletes) {

  public Reading {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(parent);
    Objects.requireNonNull(incremental);
    Objects.requireNonNull(deletes);
  }
}
