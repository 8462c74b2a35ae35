package dev.connector.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Table;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.workspace.Comparison;
import dev.connector.registry.workspace.change.Change;
import java.util.List;

/** Shows comparisons, for people and for programs. */
final class DiffView {

  private final List<Comparison> comparisons;
  private final boolean upstreamOnly;
  private final boolean stat;
  private boolean begun;

  DiffView(List<Comparison> comparisons, boolean upstreamOnly, boolean stat) {
    this.comparisons = List.copyOf(comparisons);
    this.upstreamOnly = upstreamOnly;
    this.stat = stat;
  }

  void print(Terminal terminal) {
    begun = false;
    for (Comparison comparison : comparisons) {
      print(terminal, comparison.name() + ": changed by you", yours(comparison));
      print(terminal, comparison.name() + ": new upstream", comparison.upstream());
    }
    if (!begun) {
      terminal.print("No differences.");
    }
  }

  private List<Change> yours(Comparison comparison) {
    return upstreamOnly ? List.of() : comparison.yours();
  }

  private void print(Terminal terminal, String title, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    if (begun) {
      terminal.print("");
    }
    begun = true;
    terminal.print(terminal.styled(Style.STRONG, title));
    if (stat) {
      Table table = new Table().whole();
      for (Change change : changes) {
        String diff = PlanDiff.of(change);
        table.row(
            PlanWords.sign(change),
            change.path(),
            "+" + count(diff, '+') + " -" + count(diff, '-'));
      }
      table.print(terminal, Terminal.INDENT);
    } else {
      for (Change change : changes) {
        PlanDiff.of(change).lines().forEach(line -> terminal.print(coloured(terminal, line)));
      }
    }
  }

  private static String coloured(Terminal terminal, String line) {
    String safe = Text.verbatim(line);
    if (line.startsWith("+++") || line.startsWith("---")) {
      return terminal.styled(Style.STRONG, safe);
    }
    if (line.startsWith("@@")) {
      return terminal.styled(Style.FAINT, safe);
    }
    if (line.startsWith("+")) {
      return terminal.styled(Style.GOOD, safe);
    }
    return line.startsWith("-") ? terminal.styled(Style.BAD, safe) : safe;
  }

  /** Lines of a diff that are added or removed; its two lines of names are not among them. */
  private static long count(String diff, char sign) {
    String heading = String.valueOf(sign).repeat(3) + " ";
    return diff.lines()
        .filter(line -> line.indexOf(sign) == 0 && !line.startsWith(heading))
        .count();
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode items = document.putArray("items");
    for (Comparison comparison : comparisons) {
      ObjectNode item = items.addObject().put("name", comparison.name());
      changes(item.putArray("yours"), yours(comparison));
      changes(item.putArray("upstream"), comparison.upstream());
    }
    return document;
  }

  private void changes(ArrayNode array, List<Change> changes) {
    for (Change change : changes) {
      String diff = PlanDiff.of(change);
      ObjectNode node = array.addObject();
      node.put("path", change.path())
          .put("action", PlanWords.action(change))
          .put("added", count(diff, '+'))
          .put("removed", count(diff, '-'));
      if (!stat) {
        node.put("diff", diff);
      }
    }
  }
}
