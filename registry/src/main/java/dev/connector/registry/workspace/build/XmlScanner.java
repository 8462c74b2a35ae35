package dev.connector.registry.workspace.build;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds elements and their exact places, which no parser of the JDK tells reliably. Knows comments,
 * CDATA, processing instructions and attributes; resolves nothing, so a document type is harmless.
 */
final class XmlScanner {

  /** The file is not well-formed enough to be edited. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedException(String message) {
      super(message);
    }
  }

  private static final int DEEPEST = 100;

  private final String text;
  private int position;

  private XmlScanner(String text) {
    this.text = text;
  }

  /** The root element. */
  static XmlElement root(String text) throws MalformedException {
    XmlScanner scanner = new XmlScanner(text);
    StringBuilder ignored = new StringBuilder();
    if (!scanner.toNextTag(ignored)) {
      throw new MalformedException("there is no element");
    }
    return scanner.element(0);
  }

  private XmlElement element(int depth) throws MalformedException {
    int start = position;
    String name = name(start + 1);
    if (name.isEmpty() || depth > DEEPEST) {
      throw malformed(start);
    }
    int contentStart = tagEnd(start);
    position = contentStart;
    if (text.charAt(contentStart - 2) == '/') {
      return new XmlElement(name, start, contentStart, contentStart, contentStart, "", List.of());
    }
    List<XmlElement> children = new ArrayList<>();
    StringBuilder content = new StringBuilder();
    while (toNextTag(content)) {
      if (text.startsWith("</", position)) {
        int contentEnd = position;
        if (!name(contentEnd + 2).equals(name)) {
          throw malformed(contentEnd);
        }
        position = tagEnd(contentEnd);
        String own = TextFile.decoded(content.toString()).trim();
        return new XmlElement(name, start, contentStart, contentEnd, position, own, children);
      }
      children.add(element(depth + 1));
    }
    throw malformed(start);
  }

  /** Moves to the next start or end tag and collects the text before it; false at the end. */
  private boolean toNextTag(StringBuilder content) throws MalformedException {
    while (position < text.length()) {
      int bracket = text.indexOf('<', position);
      if (bracket < 0) {
        return false;
      }
      content.append(unescaped(text.substring(position, bracket)));
      position = bracket;
      if (text.startsWith("<!--", position)) {
        skip("-->");
      } else if (text.startsWith("<![CDATA[", position)) {
        int begin = position + "<![CDATA[".length();
        skip("]]>");
        content.append(text, begin, position - "]]>".length());
      } else if (text.startsWith("<?", position)) {
        skip("?>");
      } else if (text.startsWith("<!", position)) {
        skipDocumentType();
      } else {
        return true;
      }
    }
    return false;
  }

  private void skip(String end) throws MalformedException {
    // From behind the opening, so that "<!-->" is not taken for a whole comment.
    int found = text.indexOf(end, position + 2 + (end.equals("-->") ? 2 : 0));
    if (found < 0) {
      throw malformed(position);
    }
    position = found + end.length();
  }

  private void skipDocumentType() throws MalformedException {
    int subset = text.indexOf('[', position);
    int end = text.indexOf('>', position);
    if (subset >= 0 && subset < end) {
      end = text.indexOf("]>", subset) + 1;
    }
    if (end <= 0) {
      throw malformed(position);
    }
    position = end + 1;
  }

  /** Behind the bracket that closes a tag; brackets in attribute values do not count. */
  private int tagEnd(int start) throws MalformedException {
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    throw malformed(start);
  }

  private String name(int from) {
    int end = from;
    while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(from, end);
  }

  private static String unescaped(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private MalformedException malformed(int offset) {
    long line = text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    return new MalformedException("not well-formed near line " + line);
  }
}
