package dev.connector.registry.workspace.change;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A plan that was applied, or begun, as its journal tells it.
 *
 * @param id the journal's folder, growing with time ({@code 000012})
 * @param title what the user had asked for
 * @param at when it began
 * @param paths the files it changes
 */
public record Operation(String id, String title, Instant at, List<String> paths) {
  public Operation {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(at);
    paths = List.copyOf(paths);
  }
}
