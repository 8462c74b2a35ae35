package dev.connector.registry.workspace.build;

/**
 * A Gradle script with everything blanked that is not code, character for character, so that
 * offsets stay true.
 *
 * @param code without comments and without what strings say
 * @param uncommented without comments
 */
record GradleMask(String code, String uncommented) {

  static GradleMask of(String text, GradleDialect dialect) {
    return new Masking(text, dialect).run();
  }

  private static final class Masking {
    private final String text;
    private final GradleDialect dialect;
    private final char[] code;
    private final char[] uncommented;
    private int position;

    Masking(String text, GradleDialect dialect) {
      this.text = text;
      this.dialect = dialect;
      this.code = text.toCharArray();
      this.uncommented = text.toCharArray();
    }

    GradleMask run() {
      while (position < text.length()) {
        if (text.startsWith("//", position) || text.startsWith("#!", position) && position == 0) {
          comment(lineEnd());
        } else if (text.startsWith("/*", position)) {
          comment(blockEnd());
        } else if (text.startsWith("\"\"\"", position)) {
          string(3);
        } else if (text.startsWith("'''", position) && dialect == GradleDialect.GROOVY) {
          string(3);
        } else if (text.charAt(position) == '"' || text.charAt(position) == '\'') {
          string(1);
        } else if (startsSlashyString()) {
          string(1);
        } else {
          position++;
        }
      }
      return new GradleMask(new String(code), new String(uncommented));
    }

    private int lineEnd() {
      int end = text.indexOf('\n', position);
      return end < 0 ? text.length() : end;
    }

    /** Kotlin's comments nest, Groovy's do not. */
    private int blockEnd() {
      int depth = 0;
      for (int i = position; i < text.length() - 1; i++) {
        if (text.startsWith("/*", i) && (depth == 0 || dialect == GradleDialect.KOTLIN)) {
          depth++;
          i++;
        } else if (text.startsWith("*/", i)) {
          depth--;
          i++;
          if (depth == 0) {
            return i + 1;
          }
        }
      }
      return text.length();
    }

    /** Groovy writes patterns between slashes, wherever a value and no division may stand. */
    private boolean startsSlashyString() {
      if (dialect != GradleDialect.GROOVY || text.charAt(position) != '/') {
        return false;
      }
      int before = position - 1;
      while (before >= 0 && " \t".indexOf(text.charAt(before)) >= 0) {
        before--;
      }
      int close = text.indexOf('/', position + 1);
      int newline = text.indexOf('\n', position);
      return before >= 0
          && "=(,~[:".indexOf(text.charAt(before)) >= 0
          && close > 0
          && (newline < 0 || close < newline);
    }

    private void comment(int end) {
      blank(code, position, end);
      blank(uncommented, position, end);
      position = end;
    }

    private void string(int quotes) {
      String quote = text.substring(position, position + quotes);
      int start = position + quotes;
      int end = start;
      while (end < text.length() && !text.startsWith(quote, end)) {
        if (quotes == 1 && text.charAt(end) == '\n') {
          break;
        }
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      end = Math.min(end, text.length());
      blank(code, start, end);
      position = Math.min(end + quotes, text.length());
    }

    private static void blank(char[] characters, int from, int to) {
      for (int i = from; i < to; i++) {
        if (characters[i] != '\n' && characters[i] != '\r') {
          characters[i] = ' ';
        }
      }
    }
  }

  /** The offset of the brace that closes the one at an offset; -1 where none does. */
  int closing(int opening) {
    int depth = 0;
    for (int i = opening; i < code.length(); i++) {
      if (code.charAt(i) == '{') {
        depth++;
      } else if (code.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** How many braces, brackets and parentheses are open at an offset. */
  int depth(int offset) {
    int depth = 0;
    for (int i = 0; i < offset; i++) {
      if ("{([".indexOf(code.charAt(i)) >= 0) {
        depth++;
      } else if ("})]".indexOf(code.charAt(i)) >= 0) {
        depth--;
      }
    }
    return depth;
  }
}
