package dev.connector.scaffold.render.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A documentation comment. Texts are plain: whatever they hold, readers of the documentation see
 * it, and the compiler sees a comment.
 */
public final class Javadoc {

  private static final int WIDTH = 100;

  /** More than this of a description helps nobody in a source file. */
  private static final int LONGEST = 1_500;

  private final List<String> paragraphs = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();

  private Javadoc() {}

  /** A comment of one paragraph so far. */
  public static Javadoc of(String text) {
    return new Javadoc().paragraph(text);
  }

  /** A further paragraph; nothing where the text is blank. */
  public Javadoc paragraph(String text) {
    String safe = safe(text);
    if (!safe.isEmpty()) {
      paragraphs.add(safe);
    }
    return this;
  }

  /** What one of the parameters or components is; nothing where nothing is known. */
  public Javadoc parameter(String name, String text) {
    String safe = safe(text);
    if (!safe.isEmpty()) {
      tags.add("@param " + Expression.name(name).flat() + " " + safe);
    }
    return this;
  }

  /** What comes back. */
  public Javadoc returns(String text) {
    tags.add("@return " + safe(text));
    return this;
  }

  /** When it fails. */
  public Javadoc fails(String type, String text) {
    tags.add("@throws " + Expression.name(type).flat() + " " + safe(text));
    return this;
  }

  /** The comment, with a line feed behind it; nothing where there is nothing to say. */
  public Code at(int indent) {
    String tab = " ".repeat(indent);
    if (paragraphs.isEmpty() && tags.isEmpty()) {
      return Code.NONE;
    }
    if (paragraphs.size() == 1 && tags.isEmpty()) {
      String line = tab + "/** " + paragraphs.get(0) + " */";
      if (line.length() <= WIDTH) {
        return new Code(line + "\n");
      }
    }
    StringBuilder comment = new StringBuilder(tab).append("/**");
    for (int i = 0; i < paragraphs.size(); i++) {
      String begin = i == 0 ? "" : "<p>";
      comment.append(i == 0 ? "" : "\n" + tab + " *");
      wrap(comment, tab + " * ", "", begin + paragraphs.get(i));
    }
    if (!tags.isEmpty() && !paragraphs.isEmpty()) {
      comment.append("\n").append(tab).append(" *");
    }
    tags.forEach(tag -> wrap(comment, tab + " * ", "    ", tag));
    return new Code(comment.append("\n").append(tab).append(" */\n").toString());
  }

  private static void wrap(StringBuilder comment, String margin, String hanging, String text) {
    StringBuilder line = new StringBuilder(margin);
    boolean begun = false;
    for (String word : text.split(" ")) {
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        comment.append("\n").append(line);
        line = new StringBuilder(margin).append(hanging).append(word);
      } else {
        line.append(begun ? " " : "").append(word);
      }
      begun = true;
    }
    comment.append("\n").append(line);
  }

  /** One line of ASCII in which nothing means anything to a compiler, to Javadoc or to HTML. */
  private static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    boolean blank = true;
    int end = Math.min(text.length(), LONGEST);
    for (int i = 0; i < end; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        safe.append(blank ? "" : " ");
        blank = true;
      } else if (!isInvisible(c)) {
        append(safe, c);
        blank = false;
      }
    }
    String line = safe.toString().strip();
    return end < text.length() ? line + " ..." : line;
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED;
  }

  private static void append(StringBuilder safe, int c) {
    switch (c) {
      case '&':
        safe.append("&amp;");
        break;
      case '<':
        safe.append("&lt;");
        break;
      case '>':
        safe.append("&gt;");
        break;
      case '@':
      case '\\':
      case '{':
      case '}':
        safe.append("&#").append(c).append(';');
        break;
      case '/':
        boolean closing = safe.length() > 0 && safe.charAt(safe.length() - 1) == '*';
        safe.append(closing ? "&#47;" : "/");
        break;
      case '\u2018':
      case '\u2019':
        safe.append('\'');
        break;
      case '\u201c':
      case '\u201d':
        safe.append('"');
        break;
      case '\u2013':
      case '\u2014':
        safe.append('-');
        break;
      case '\u2026':
        safe.append("...");
        break;
      default:
        safe.append(c < 127 ? Character.toString(c) : String.format(Locale.ROOT, "&#%d;", c));
    }
  }
}
