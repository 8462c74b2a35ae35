package dev.connector.cli.command;

import dev.connector.cli.terminal.Style;
import dev.connector.cli.terminal.Terminal;
import dev.connector.cli.terminal.Text;
import dev.connector.spec.ConnectorException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks which resources are wanted: by number, range or name, all of them with return. */
final class ResourcePicker {

  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");
  private static final String GAP = "  ";

  private final Terminal terminal;
  private final List<String> names;

  ResourcePicker(Terminal terminal, List<String> names) {
    this.terminal = terminal;
    this.names = List.copyOf(names);
  }

  /** The names chosen, in the order of the list; empty for all. Asks again until it understands. */
  List<String> pick() {
    list();
    while (true) {
      String answer =
          terminal.ask(
              "Which? Numbers, ranges or names, such as 1,4-6; [return] for all, q to stop:");
      if (answer.isEmpty() || answer.equals("all")) {
        return List.of();
      }
      if (answer.equals("q")) {
        throw new ConnectorException(
            ConnectorException.Kind.FAILED, "stopped; nothing was written", "");
      }
      Set<String> chosen = new LinkedHashSet<>();
      List<String> unknown = new ArrayList<>();
      for (String word : answer.split("[,\\s]+")) {
        choose(word, chosen, unknown);
      }
      if (unknown.isEmpty()) {
        return names.stream().filter(chosen::contains).toList();
      }
      terminal.note("There is no " + Text.visible(String.join(", ", unknown)) + ".");
    }
  }

  private void choose(String word, Set<String> chosen, List<String> unknown) {
    Matcher range = RANGE.matcher(word);
    if (names.contains(word)) {
      chosen.add(word);
    } else if (range.matches()) {
      int from = Integer.parseInt(range.group(1));
      int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
      if (from < 1 || to > names.size() || from > to) {
        unknown.add(word);
      } else {
        chosen.addAll(names.subList(from - 1, to));
      }
    } else {
      unknown.add(word);
    }
  }

  /** In as many columns as fit, read downwards. */
  private void list() {
    int digits = String.valueOf(names.size()).length();
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    int width = digits + 1 + longest;
    int columns =
        Math.max(1, (terminal.capabilities().width() + GAP.length()) / (width + GAP.length()));
    int rows = (names.size() + columns - 1) / columns;
    terminal.note(
        terminal.styledNote(
            Style.STRONG, "There are " + Text.count(names.size(), "resource") + " to read:"));
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = row; i < names.size(); i += rows) {
        String cell = String.format("%" + digits + "d %s", i + 1, Text.visible(names.get(i)));
        line.append(line.length() == 0 ? "" : GAP).append(cell);
        line.append(" ".repeat(Math.max(0, width - cell.length())));
      }
      terminal.note(line.toString().stripTrailing());
    }
  }
}
