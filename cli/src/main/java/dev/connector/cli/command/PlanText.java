package dev.connector.cli.command;

import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.change.Change;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a person which files a plan changes: folder by folder once done, each one before. */
record PlanText(Terminal terminal, List<Change> changes) {

  /** Says it of a plan that was applied, or is only shown. */
  void print(String verb, boolean applied) {
    if (applied) {
      done(verb);
    } else {
      planned(verb);
    }
  }

  private void done(String verb) {
    Table table = new Table().whole();
    ChangeGroups.of(changes).forEach((place, counts) -> table.row(place, words(counts)));
    title(verb);
    table.print(terminal, Terminal.INDENT);
  }

  private void planned(String verb) {
    title("would be " + verb);
    for (Change change : changes) {
      terminal.print(Terminal.INDENT + PlanWords.sign(change) + " " + Text.visible(change.path()));
    }
  }

  private void title(String verb) {
    terminal.print("");
    String title = Text.count(changes.size(), "file") + " " + verb;
    terminal.print(terminal.styled(Style.STRONG, title));
  }

  private static String words(ChangeGroups.Counts counts) {
    return List.of(
            word(counts.created(), "new"),
            word(counts.replaced(), "changed"),
            word(counts.deleted(), "removed"))
        .stream()
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String word(int number, String state) {
    return number == 0 ? "" : number + " " + state;
  }
}
