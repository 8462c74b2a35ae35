package dev.connector.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text made fit for a screen. */
public final class Text {

  private static final String ELLIPSIS = "...";

  private Text() {}

  /** The text on one line, with control characters shown as {@code \\u001b} instead of obeyed. */
  public static String visible(String text) {
    return verbatim(text.replaceAll("[\n\r\t]", " "));
  }

  /** A line as it is, tabs included, but with all other control characters shown. */
  public static String verbatim(String line) {
    StringBuilder shown = new StringBuilder(line.length());
    line.codePoints()
        .forEach(
            c -> {
              boolean obeyed = Character.isISOControl(c) && c != '\t';
              if (obeyed || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** The text, cut to a number of columns and marked where it was cut. */
  public static String shorten(String text, int columns) {
    if (text.length() <= columns) {
      return text;
    }
    int kept = Math.max(0, columns - ELLIPSIS.length());
    return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, kept))) + ELLIPSIS;
  }

  /** The text broken between words into lines of at most the given columns. */
  public static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** A count with its noun: {@code 1 file}, {@code 3 files}. */
  public static String count(int number, String noun) {
    return number + " " + (number == 1 ? noun : plural(noun));
  }

  private static String plural(String noun) {
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }
}
