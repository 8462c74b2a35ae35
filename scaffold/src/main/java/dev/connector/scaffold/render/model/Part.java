package dev.connector.scaffold.render.model;

import dev.connector.spec.definition.Template;
import java.util.ArrayList;
import java.util.List;

/** A piece of a template: a placeholder's name, or text as it stands. */
record Part(String text, boolean placeholder) {

  static List<Part> of(Template template) {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String source = template.text();
    for (int at = 0; at < source.length(); at++) {
      char c = source.charAt(at);
      boolean brace = c == '{' || c == '}';
      if (brace && source.startsWith("" + c + c, at)) {
        text.append(c);
        at++;
      } else if (c == '{') {
        add(text, parts);
        int end = source.indexOf('}', at);
        parts.add(new Part(source.substring(at + 1, end), true));
        at = end;
      } else {
        text.append(c);
      }
    }
    add(text, parts);
    return parts;
  }

  private static void add(StringBuilder text, List<Part> parts) {
    if (text.length() > 0) {
      parts.add(new Part(text.toString(), false));
      text.setLength(0);
    }
  }
}
