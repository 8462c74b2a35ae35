package dev.connector.spec.rules;

/**
 * Text from connectors and servers, made safe to show: it may hold terminal escapes and characters
 * XML does not know.
 */
final class Printable {

  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /** The text with everything replaced that is neither visible nor white space. */
  static String text(String text) {
    return text.codePoints()
        .map(c -> visible(c) || c == '\n' || c == '\t' ? c : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The same on one line. */
  static String line(String text) {
    return text(text.replaceAll("\\s+", " ").strip());
  }

  private static boolean visible(int c) {
    // Format characters turn the direction of text; noncharacters are no XML.
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
