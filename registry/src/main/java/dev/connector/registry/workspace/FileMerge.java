package dev.connector.registry.workspace;

import dev.connector.registry.workspace.merge.ThreeWay.Outcome;
import java.util.Objects;
import java.util.Optional;

/**
 * What an update made of one file that both sides have to do with.
 *
 * @param connector whose file it is
 * @param path where it is now
 * @param formerly where it was, if its origin has renamed it
 */
public record FileMerge(String connector, String path, Optional<String> formerly, Outcome outcome) {

  public FileMerge {
    Objects.requireNonNull(connector);
    Objects.requireNonNull(path);
    Objects.requireNonNull(formerly);
    Objects.requireNonNull(outcome);
  }

  /** Whether the user has to decide before anything else can be written. */
  public boolean isOverlap() {
    return outcome == Outcome.OVERLAP;
  }
}
