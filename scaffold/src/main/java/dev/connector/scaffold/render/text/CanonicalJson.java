package dev.connector.scaffold.render.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * JSON as people read and compare it, always in the same form: two spaces a level, fields in their
 * order, and an object or array on one line where it fits into {@value #WIDTH} columns. What cannot
 * be seen is written as an escape, so that nothing in the file hides.
 */
public final class CanonicalJson {

  private static final int WIDTH = 120;
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /** The document with a line feed behind it, in UTF-8. The root always takes several lines. */
  public static byte[] bytes(JsonNode document) {
    CanonicalJson json = new CanonicalJson();
    if (document.isContainerNode() && !document.isEmpty()) {
      json.lines(document, 0);
    } else {
      json.inline(document, Integer.MAX_VALUE);
    }
    return json.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A value on as many lines as it needs; behind it come at most a comma and the line's end. */
  private void value(JsonNode node, int level) {
    int column = out.length() - (out.lastIndexOf("\n") + 1);
    int begun = out.length();
    if (!node.isContainerNode() || node.isEmpty() || inline(node, WIDTH - column - 1)) {
      if (!node.isContainerNode() || node.isEmpty()) {
        inline(node, Integer.MAX_VALUE);
      }
      return;
    }
    out.setLength(begun);
    lines(node, level);
  }

  private void lines(JsonNode node, int level) {
    out.append(node.isObject() ? '{' : '[');
    boolean first = true;
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        line(first, level + 1);
        first = false;
        text(field.getKey());
        out.append(": ");
        value(field.getValue(), level + 1);
      }
    } else {
      for (JsonNode element : node) {
        line(first, level + 1);
        first = false;
        value(element, level + 1);
      }
    }
    out.append('\n').append("  ".repeat(level)).append(node.isObject() ? '}' : ']');
  }

  private void line(boolean first, int level) {
    out.append(first ? "\n" : ",\n").append("  ".repeat(level));
  }

  /** Writes on this line; false, with something half written, where it takes more columns. */
  private boolean inline(JsonNode node, int columns) {
    long most = (long) out.length() + columns;
    if (node.isObject()) {
      return members(node, most);
    }
    if (node.isArray()) {
      return elements(node, most);
    }
    if (node.isTextual()) {
      text(node.textValue());
    } else {
      out.append(node.isValueNode() ? node.toString() : "null");
    }
    return out.length() <= most;
  }

  private boolean members(JsonNode object, long most) {
    out.append('{');
    String before = " ";
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      out.append(before);
      before = ", ";
      text(field.getKey());
      out.append(": ");
      if (!inline(field.getValue(), left(most))) {
        return false;
      }
    }
    out.append(object.isEmpty() ? "}" : " }");
    return out.length() <= most;
  }

  private boolean elements(JsonNode array, long most) {
    out.append('[');
    Iterator<JsonNode> elements = array.elements();
    while (elements.hasNext()) {
      if (!inline(elements.next(), left(most))) {
        return false;
      }
      out.append(elements.hasNext() ? ", " : "");
    }
    out.append(']');
    return out.length() <= most;
  }

  private int left(long most) {
    return (int) Math.min(Integer.MAX_VALUE, most - out.length());
  }

  private void text(String text) {
    out.append('"');
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (Unseen.is(c)) {
        for (char unit : Character.toChars(c)) {
          escape(unit);
        }
      } else {
        out.appendCodePoint(c);
      }
    }
    out.append('"');
  }

  private void escape(char unit) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(unit >> shift & 0xf));
    }
  }
}
