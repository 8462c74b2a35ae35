package dev.connector.scaffold.render.code;

import java.util.ArrayList;
import java.util.List;

/** Texts as Java writes them between quotes, in ASCII. */
final class Literal {

  /** A constant of a class file has less than 64 KB; a character may take six of them escaped. */
  private static final int LONGEST = 10_000;

  private Literal() {}

  /** One literal, or several that the compiler has not to join, where the text is very long. */
  static List<String> of(String text) {
    List<String> literals = new ArrayList<>();
    int begin = 0;
    do {
      int end = Math.min(text.length(), begin + LONGEST);
      literals.add(quoted(text, begin, end));
      begin = end;
    } while (begin < text.length());
    return literals;
  }

  private static String quoted(String text, int begin, int end) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"':
          quoted.append("\\\"");
          break;
        case '\\':
          quoted.append("\\\\");
          break;
        case '\n':
          quoted.append("\\n");
          break;
        case '\r':
          quoted.append("\\r");
          break;
        case '\t':
          quoted.append("\\t");
          break;
        default:
          append(quoted, c);
      }
    }
    return quoted.append('"').toString();
  }

  /** Controls in octal: a Unicode escape for a line feed would be one before it is read. */
  private static void append(StringBuilder quoted, char c) {
    if (c < ' ' || c == 127) {
      quoted.append(String.format("\\%03o", (int) c));
    } else if (c > 127) {
      quoted.append(String.format("\\u%04x", (int) c));
    } else {
      quoted.append(c);
    }
  }
}
