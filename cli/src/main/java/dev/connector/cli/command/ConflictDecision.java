package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.Conflict;
import dev.connector.spec.ConnectorException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decides which files that differ are overwritten; nothing is, unless somebody said so. */
final class ConflictDecision {

  /** What becomes of one file. */
  enum Choice {
    /** It is replaced. */
    OVERWRITE,
    /** It stays as it is. */
    SKIP,
    /** Nobody has said; only where nothing is written yet. */
    UNDECIDED
  }

  private static final int SHOWN = 10;

  private final Terminal terminal;
  private final OnConflict policy;
  private final boolean mayAsk;

  ConflictDecision(Environment environment, OnConflict policy, boolean yes) {
    this.terminal = environment.terminal();
    this.policy = policy;
    this.mayAsk = terminal.interactive() && !yes;
  }

  /** What is to be shown where nothing is written: a question stays a question. */
  Map<Conflict, Choice> preview(List<Conflict> conflicts) {
    return policy == OnConflict.ASK ? all(conflicts, Choice.UNDECIDED) : decide(conflicts);
  }

  /** What becomes of each; fails where that is for nobody here to decide. */
  Map<Conflict, Choice> decide(List<Conflict> conflicts) {
    if (conflicts.isEmpty() || policy == OnConflict.SKIP) {
      return all(conflicts, Choice.SKIP);
    }
    if (policy == OnConflict.OVERWRITE) {
      return all(conflicts, Choice.OVERWRITE);
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

  private Map<Conflict, Choice> asked(List<Conflict> conflicts) {
    Map<Conflict, Choice> chosen = new LinkedHashMap<>();
    terminal.note(differ(conflicts) + ". Overwrite?");
    for (Conflict conflict : conflicts) {
      String question =
          "  " + Text.visible(conflict.path()) + reason(conflict) + " [y]es, [N]o, [q]uit:";
      String answer = terminal.ask(question).toLowerCase(Locale.ROOT);
      if (answer.startsWith("q")) {
        throw new ConnectorException(
            ConnectorException.Kind.CONFLICT, "stopped; nothing was written", "");
      }
      chosen.put(conflict, answer.startsWith("y") ? Choice.OVERWRITE : Choice.SKIP);
    }
    return chosen;
  }

  private static Map<Conflict, Choice> all(List<Conflict> conflicts, Choice choice) {
    Map<Conflict, Choice> choices = new LinkedHashMap<>();
    conflicts.forEach(conflict -> choices.put(conflict, choice));
    return choices;
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

  static String reason(Conflict conflict) {
    return switch (conflict.kind()) {
      case EDITED -> " (edited by you)";
      case FOREIGN -> " (not from a connector)";
    };
  }
}
