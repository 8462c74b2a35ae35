package dev.connector.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in aligned columns, two spaces apart. On a screen the last column is cut to what fits,
 * unless said otherwise; elsewhere nothing is cut, so that programs see all of it.
 */
public final class Table {

  private static final String GAP = "  ";
  private static final int LEAST_LAST_COLUMN = 12;

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();
  private Overlong overlong = Overlong.CUT;

  /** What becomes of a last cell that is too long for the screen. */
  private enum Overlong {
    CUT,
    BROKEN,
    WHOLE
  }

  /** A table with a title above each column; none at all for a table without titles. */
  public Table(String... header) {
    this.header = List.of(header);
  }

  /** Never cuts anything, for cells that are copied, such as addresses. */
  public Table whole() {
    overlong = Overlong.WHOLE;
    return this;
  }

  /** Breaks the last column between words, for cells that are to be read to their end. */
  public Table wrapped() {
    overlong = Overlong.BROKEN;
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
      for (String line : lines(terminal, header, widths, indent)) {
        terminal.print(indent + terminal.styled(Style.STRONG, line));
      }
    }
    for (List<String> row : rows) {
      lines(terminal, row, widths, indent).forEach(line -> terminal.print(indent + line));
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

  private List<String> lines(Terminal terminal, List<String> row, int[] widths, String indent) {
    StringBuilder start = new StringBuilder();
    for (int i = 0; i < row.size() - 1; i++) {
      start.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length())).append(GAP);
    }
    int left = terminal.capabilities().width() - indent.length() - start.length();
    List<String> last = fit(terminal, row.get(row.size() - 1), Math.max(LEAST_LAST_COLUMN, left));
    List<String> lines = new ArrayList<>();
    for (String part : last) {
      lines.add((lines.isEmpty() ? start : " ".repeat(start.length())) + part);
    }
    lines.replaceAll(String::stripTrailing);
    return lines;
  }

  private List<String> fit(Terminal terminal, String cell, int columns) {
    if (!terminal.capabilities().output() || overlong == Overlong.WHOLE) {
      return List.of(cell);
    }
    return overlong == Overlong.BROKEN
        ? Text.wrap(cell, columns)
        : List.of(Text.shorten(cell, columns));
  }
}
