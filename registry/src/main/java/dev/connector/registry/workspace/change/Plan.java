package dev.connector.registry.workspace.change;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Everything one command wants to change, computed before anything is written; the very same plan
 * is printed by a dry run and applied by {@link ProjectTree#apply}.
 *
 * @param title what the user asked for, as undo and messages name it ({@code add hubspot})
 * @param changes in the order of writing; no two of one file, whatever the case of its letters
 */
public record Plan(String title, List<Change> changes) {

  public Plan {
    Objects.requireNonNull(title);
    changes = List.copyOf(changes);
    TreeSet<String> seen = new TreeSet<>();
    for (Change change : changes) {
      String folded = change.path().toLowerCase(Locale.ROOT);
      String above = seen.floor(folded);
      String below = seen.higher(folded + "/");
      if (!seen.add(folded)
          || (above != null && folded.startsWith(above + "/"))
          || (below != null && below.startsWith(folded + "/"))) {
        throw new ConnectorException(
            Kind.INTEGRITY,
            "two files want the same place: \"" + change.path() + "\"",
            "nothing was written");
      }
    }
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
