package dev.connector.scaffold.render.text;

import java.util.regex.Pattern;

/**
 * Text from outside as a part of a Markdown page: all of it is seen, on one line, and none of it is
 * markup. What cannot be seen is shown as the escape it would have in JSON.
 */
public final class Markdown {

  private static final String MARKUP = "\\`*_[]|~$@";

  private static final Pattern LINK =
      Pattern.compile("(https?|ftp|mailto|xmpp|www)([:.])", Pattern.CASE_INSENSITIVE);

  private Markdown() {}

  /** As running text, also in a table's cell. */
  public static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    line(text)
        .codePoints()
        .forEach(
            c -> {
              if (c == '<') {
                escaped.append("&lt;");
              } else if (c == '&') {
                escaped.append("&amp;");
              } else {
                if (isMarkup(c, escaped)) {
                  escaped.append('\\');
                }
                escaped.appendCodePoint(c);
              }
            });
    // An address is no link where its colon or first dot is escaped, and reads the same.
    return LINK.matcher(escaped).replaceAll("$1\\\\$2");
  }

  /**
   * The beginning of a text, up to the end of its first sentence where that is short enough.
   *
   * @param most the most characters
   */
  public static String sentence(String text, int most) {
    String line = line(text);
    int end = line.indexOf(". ");
    String first = end < 0 ? line : line.substring(0, end + 1);
    if (first.length() <= most) {
      return text(first);
    }
    int cut = first.lastIndexOf(' ', most - 2);
    int safe = cut > most / 2 ? cut : most - 2;
    if (Character.isHighSurrogate(first.charAt(safe - 1))) {
      safe--;
    }
    return text(first.substring(0, safe)) + " …";
  }

  /** As code within a line, also in a table's cell. */
  public static String code(String text) {
    String line = line(text).replace("|", "\\|");
    int longest = 0;
    int run = 0;
    for (char c : line.toCharArray()) {
      run = c == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    boolean padded = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
    return padded ? fence + " " + line + " " + fence : fence + line + fence;
  }

  /** Without line breaks, and with nothing that hides. */
  private static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean blank = c == '\n' || c == '\r' || c == '\t' || Character.isSpaceChar(c);
              if (blank) {
                if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                  line.append(' ');
                }
              } else if (Unseen.is(c)) {
                for (char unit : Character.toChars(c)) {
                  line.append(String.format("\\u%04x", (int) unit));
                }
              } else {
                line.appendCodePoint(c);
              }
            });
    return line.toString().strip();
  }

  /** Some marks mean something at a line's beginning alone. */
  private static boolean isMarkup(int c, StringBuilder before) {
    switch (c) {
      case '-':
      case '+':
      case '=':
      case '>':
      case '#':
        return before.length() == 0;
      case '.':
      case ')':
        return isNumber(before);
      default:
        return MARKUP.indexOf(c) >= 0;
    }
  }

  /** {@code 1.} at the beginning would be an item of a list. */
  private static boolean isNumber(StringBuilder before) {
    return before.chars().allMatch(it -> it >= '0' && it <= '9') && before.length() < 10;
  }
}
