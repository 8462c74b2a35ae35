package dev.connector.registry.workspace;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Renames packages in Java source: declarations, imports, qualified names, and what comments refer
 * to. What stands in strings is never touched, nor is a longer name that merely begins alike.
 */
public final class PackageRewriter {

  private final List<Map.Entry<String, String>> renames;

  /**
   * Creates a rewriter.
   *
   * @param packages new names by old ones
   */
  public PackageRewriter(SortedMap<String, String> packages) {
    this.renames =
        new TreeMap<>(packages)
            .entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(
                    Collections.reverseOrder(
                        Comparator.comparingInt(entry -> entry.getKey().length())))
                .toList();
  }

  /**
   * A rewriter that gives new names their old ones back.
   *
   * @throws IllegalArgumentException where two packages have the same new name
   */
  public PackageRewriter reversed() {
    SortedMap<String, String> swapped = new TreeMap<>();
    renames.forEach(rename -> swapped.put(rename.getValue(), rename.getKey()));
    if (swapped.size() < renames.size()) {
      throw new IllegalArgumentException("two packages have one name: " + renames);
    }
    return new PackageRewriter(swapped);
  }

  /** A path below a source folder, with the folders of a renamed package. */
  public String path(String path) {
    for (Map.Entry<String, String> rename : renames) {
      String folder = rename.getKey().replace('.', '/') + "/";
      if (path.startsWith(folder)) {
        return rename.getValue().replace('.', '/') + "/" + path.substring(folder.length());
      }
    }
    return path;
  }

  /** The source with all renames made. */
  public String source(String text) {
    StringBuilder result = new StringBuilder(text.length());
    int position = 0;
    while (position < text.length()) {
      int literal = literalEnd(text, position);
      int comment = commentEnd(text, position);
      if (literal > position) {
        result.append(text, position, literal);
        position = literal;
      } else if (comment > position) {
        code(text, position, comment, result);
        position = comment;
      } else {
        position = word(text, position, text.length(), result);
      }
    }
    return result.toString();
  }

  private void code(String text, int from, int to, StringBuilder result) {
    int position = from;
    while (position < to) {
      position = word(text, position, to, result);
    }
  }

  /**
   * Copies one identifier or one other character, or writes the new name in place of an old one.
   */
  private int word(String text, int position, int limit, StringBuilder result) {
    if (!Character.isJavaIdentifierStart(text.charAt(position))) {
      result.append(text.charAt(position));
      return position + 1;
    }
    boolean qualified = position > 0 && text.charAt(position - 1) == '.';
    for (Map.Entry<String, String> rename : renames) {
      int end = position + rename.getKey().length();
      if (!qualified
          && end <= limit
          && text.startsWith(rename.getKey(), position)
          && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
        result.append(rename.getValue());
        return end;
      }
    }
    int end = position;
    while (end < limit && Character.isJavaIdentifierPart(text.charAt(end))) {
      result.append(text.charAt(end++));
    }
    return end;
  }

  private static int commentEnd(String text, int position) {
    if (text.startsWith("//", position)) {
      int end = text.indexOf('\n', position);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("/*", position)) {
      int end = text.indexOf("*/", position + 2);
      return end < 0 ? text.length() : end + 2;
    }
    return position;
  }

  private static int literalEnd(String text, int position) {
    char first = text.charAt(position);
    if (first != '"' && first != '\'') {
      return position;
    }
    String quote = text.startsWith("\"\"\"", position) ? "\"\"\"" : String.valueOf(first);
    int end = position + quote.length();
    while (end < text.length() && !text.startsWith(quote, end)) {
      if (quote.length() == 1 && text.charAt(end) == '\n') {
        return end;
      }
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + quote.length(), text.length());
  }
}
