package dev.connector.scaffold.render.code;

/**
 * Where on a page of a hundred columns something stands.
 *
 * @param indent of the line it begins on
 * @param column at which it begins
 * @param after how many characters have to fit behind it on its last line
 */
record Page(int indent, int column, int after) {

  private static final int WIDTH = 100;

  /** The beginning of a line that something follows. */
  static Page line(int indent, int after) {
    return new Page(indent, indent, after);
  }

  boolean fits(String flat) {
    return column + flat.length() + after <= WIDTH;
  }

  /** The beginning of a continued line. */
  Page deeper() {
    return new Page(indent + 4, indent + 4, after);
  }

  /** The same place, on a line whose further lines are continued ones themselves. */
  Page continued() {
    return new Page(indent + 4, column, after);
  }

  Page followedBy(int characters) {
    return new Page(indent, column, characters);
  }

  /** Further to the right on the same line. */
  Page moved(int columns) {
    return new Page(indent, column + columns, after);
  }

  String indentation() {
    return " ".repeat(indent);
  }
}
