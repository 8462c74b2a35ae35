package dev.connector.scaffold.render.code;

import java.util.Map;
import java.util.TreeSet;

/** A whole source file: what it declares, below its package and the imports it needs. */
public final class SourceFile {

  private SourceFile() {}

  /**
   * The text of a file.
   *
   * @param types what can be imported, in full by simple names; those a name of the body means are
   */
  public static String of(String packageName, String body, Map<String, String> types) {
    TreeSet<String> imports = new TreeSet<>();
    Tokens tokens = new Tokens(body);
    for (String word = tokens.next(); !word.isEmpty(); word = tokens.next()) {
      String type = types.get(word);
      if (type != null) {
        imports.add(type);
      }
    }
    StringBuilder file = new StringBuilder("package ").append(packageName).append(";\n\n");
    imports.forEach(type -> file.append("import ").append(type).append(";\n"));
    return file.append(imports.isEmpty() ? "" : "\n").append(body).toString();
  }

  /** The words of a source, without those in comments and literals. */
  private static final class Tokens {
    private final String source;
    private int at;

    Tokens(String source) {
      this.source = source;
    }

    /** The next word; empty at the end. */
    String next() {
      while (at < source.length()) {
        char c = source.charAt(at);
        if (source.startsWith("/*", at)) {
          at = after("*/");
        } else if (source.startsWith("//", at)) {
          at = after("\n");
        } else if (c == '"' || c == '\'') {
          literal(c);
        } else if (Character.isJavaIdentifierStart(c)) {
          return word();
        } else {
          at++;
        }
      }
      return "";
    }

    private String word() {
      int begin = at;
      while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
        at++;
      }
      boolean member = begin > 0 && source.charAt(begin - 1) == '.';
      return member ? "." : source.substring(begin, at);
    }

    private void literal(char quote) {
      at++;
      while (at < source.length() && source.charAt(at) != quote) {
        at += source.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
    }

    private int after(String end) {
      int found = source.indexOf(end, at + 2);
      return found < 0 ? source.length() : found + end.length();
    }
  }
}
