package dev.connector.cli.agent.docs;

/** Characters that people do not see and machines read. */
final class Invisible {

  private Invisible() {}

  /**
   * The text without control and format characters (zero widths, directions, tags), variation
   * selectors, blank letters and halves of characters; lines end with a line feed.
   */
  static String removed(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n' || c == '\t')) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r') {
        if (i >= text.length() || text.charAt(i) != '\n') {
          kept.append('\n');
        }
      } else if (c == 0x2028 || c == 0x2029) {
        kept.append('\n');
      } else if (!isInvisible(c)) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  static boolean isInvisible(int c) {
    if (c == '\n' || c == '\t') {
      return false;
    }
    if (c < 0x7f) {
      return c < ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
      default ->
          c >= 0xe0000 && c <= 0xe0fff
              || c >= 0xfe00 && c <= 0xfe0f
              || c >= 0x180b && c <= 0x180f
              || c == 0x034f
              || c == 0x115f
              || c == 0x1160
              || c == 0x17b4
              || c == 0x17b5
              || c == 0x2800
              || c == 0x3164
              || c == 0xffa0;
    };
  }
}
