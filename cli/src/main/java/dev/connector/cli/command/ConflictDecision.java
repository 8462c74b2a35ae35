package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.Conflict;
import dev.connector.spec.ConnectorException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides which files that differ are overwritten; nothing is, unless somebody said so. */
final class ConflictDecision {

  private static final int SHOWN = 10;

  private final Terminal terminal;
  private final OnConflict policy;
  private final boolean mayAsk;

  ConflictDecision(Environment environment, OnConflict policy, boolean yes) {
    this.terminal = environment.terminal();
    this.policy = policy;
    this.mayAsk = terminal.interactive() && !yes;
  }

  /** The conflicts to overwrite; fails where that is for nobody here to decide. */
  Set<Conflict> overwritten(List<Conflict> conflicts) {
    if (conflicts.isEmpty() || policy == OnConflict.SKIP) {
      return Set.of();
    }
    if (policy == OnConflict.OVERWRITE) {
      return new LinkedHashSet<>(conflicts);
    }
    if (policy == OnConflict.ASK && mayAsk) {
      return asked(conflicts);
    }
    ConnectorException.Kind kind =
        policy == OnConflict.FAIL
            ? ConnectorException.Kind.CONFLICT
            : ConnectorException.Kind.USAGE;
    throw new ConnectorException(
        kind,
        differ(conflicts) + "; nothing was written\n" + list(conflicts),
        "look with --diff, then decide with --on-conflict=skip or --on-conflict=overwrite");
  }

  private Set<Conflict> asked(List<Conflict> conflicts) {
    Set<Conflict> chosen = new LinkedHashSet<>();
    terminal.note(differ(conflicts) + ". Overwrite?");
    for (Conflict conflict : conflicts) {
      String question =
          "  " + Text.visible(conflict.path()) + reason(conflict) + " [y]es, [N]o, [q]uit:";
      String answer = terminal.ask(question).toLowerCase(Locale.ROOT);
      if (answer.startsWith("y")) {
        chosen.add(conflict);
      } else if (answer.startsWith("q")) {
        throw new ConnectorException(
            ConnectorException.Kind.CONFLICT, "stopped; nothing was written", "");
      }
    }
    return chosen;
  }

  private static String differ(List<Conflict> conflicts) {
    return Text.count(conflicts.size(), "file")
        + (conflicts.size() == 1 ? " is there and differs" : " are there and differ");
  }

  private static String list(List<Conflict> conflicts) {
    List<String> lines =
        conflicts.stream()
            .limit(SHOWN)
            .map(conflict -> conflict.path() + reason(conflict))
            .toList();
    int rest = conflicts.size() - lines.size();
    return String.join("\n", lines) + (rest > 0 ? "\nand " + rest + " more" : "");
  }

  private static String reason(Conflict conflict) {
    return switch (conflict.kind()) {
      case EDITED -> " (edited by you)";
      case FOREIGN -> " (not from a connector)";
    };
  }
}
