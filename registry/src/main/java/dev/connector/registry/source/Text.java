package dev.connector.registry.source;

/** Makes text of unknown origin harmless to show on a terminal. */
final class Text {

  private static final int LONGEST = 400;

  private Text() {}

  /**
   * The text on one line: control characters, invisible ones and those that turn the writing
   * direction become {@code \}{@code uXXXX}, so that what is shown is what is there.
   */
  static String oneLine(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            point -> {
              if (isVisible(point)) {
                shown.appendCodePoint(point);
              } else {
                shown.append(String.format("\\u%04x", point));
              }
            });
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
