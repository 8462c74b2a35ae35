package dev.connector.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in aligned columns, two spaces apart. On a screen the last column is cut to what fits;
 * elsewhere nothing is cut, so that programs see all of it.
 */
public final class Table {

  private static final String GAP = "  ";
  private static final int LEAST_LAST_COLUMN = 12;

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();
  private boolean whole;

  /** A table with a title above each column; none at all for a table without titles. */
  public Table(String... header) {
    this.header = List.of(header);
  }

  /** Never cuts anything, for cells that are copied, such as addresses. */
  public Table whole() {
    whole = true;
    return this;
  }

  /** Adds a row; its cells are made safe to show. */
  public Table row(String... cells) {
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(Text.visible(cell));
    }
    rows.add(List.copyOf(row));
    return this;
  }

  /** Whether no row was added. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Prints the table as a result, each line after the given indent. */
  public void print(Terminal terminal, String indent) {
    int[] widths = widths();
    if (!header.isEmpty()) {
      terminal.print(
          indent + terminal.styled(Style.STRONG, line(terminal, header, widths, indent)));
    }
    for (List<String> row : rows) {
      terminal.print(indent + line(terminal, row, widths, indent));
    }
  }

  private int[] widths() {
    int columns = Math.max(header.size(), rows.stream().mapToInt(List::size).max().orElse(0));
    int[] widths = new int[columns];
    List<List<String>> all = new ArrayList<>(rows);
    all.add(header);
    for (List<String> row : all) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private String line(Terminal terminal, List<String> row, int[] widths, String indent) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size() - 1; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length())).append(GAP);
    }
    String last = row.get(row.size() - 1);
    if (terminal.capabilities().output() && !whole) {
      int left = terminal.capabilities().width() - indent.length() - line.length();
      last = Text.shorten(last, Math.max(LEAST_LAST_COLUMN, left));
    }
    return line.append(last).toString().stripTrailing();
  }
}
