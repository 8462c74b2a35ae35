package dev.connector.scaffold.openapi.document;

import java.util.ArrayList;
import java.util.List;

/** Reads a file of a description, JSON or YAML, in whatever encoding. */
public final class DocumentParser {

  private DocumentParser() {}

  /** The text of a file; what is to be said of its encoding is said when it is parsed. */
  public static String text(byte[] bytes) {
    return Encoding.decode(bytes).text();
  }

  /**
   * Reads a file.
   *
   * @throws MalformedException if it is neither JSON nor YAML, or too much
   */
  public static Tree parse(byte[] bytes) throws MalformedException {
    Encoding.Decoded decoded = Encoding.decode(bytes);
    Tree tree = parse(decoded.text());
    if (decoded.note().isEmpty()) {
      return tree;
    }
    List<Tree.Note> notes = new ArrayList<>(tree.notes());
    notes.add(0, new Tree.Note("#", decoded.note().get()));
    return new Tree(tree.root(), notes);
  }

  /** YAML is asked where JSON fails: {@code {a: 1}} looks like JSON, and is YAML. */
  private static Tree parse(String text) throws MalformedException {
    if (!looksLikeJson(text)) {
      return YamlTree.read(text);
    }
    try {
      return JsonTree.read(text);
    } catch (MalformedException asJson) {
      try {
        return YamlTree.read(text);
      } catch (MalformedException asYaml) {
        throw asYaml.tooMuch() ? asYaml : asJson;
      }
    }
  }

  private static boolean looksLikeJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        return c == '{' || c == '[';
      }
    }
    return false;
  }
}
