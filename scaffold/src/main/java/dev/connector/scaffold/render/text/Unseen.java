package dev.connector.scaffold.render.text;

/** Characters that a reader does not see, or that change how others are seen. */
final class Unseen {

  private Unseen() {}

  /**
   * Whether a code point is a control character, a mark for the direction of writing, a separator
   * of lines, half of a pair, or anything else without a shape of its own. A space is none.
   */
  static boolean is(int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.SURROGATE:
      case Character.PRIVATE_USE:
      case Character.UNASSIGNED:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return true;
      default:
        return false;
    }
  }
}
