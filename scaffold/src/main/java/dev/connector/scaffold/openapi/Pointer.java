package dev.connector.scaffold.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A JSON Pointer in the fragment of a reference. */
final class Pointer {

  private Pointer() {}

  /** The names on the way, unescaped; {@code fragment} begins with a slash or is empty. */
  static List<String> names(String fragment) {
    List<String> names = new ArrayList<>();
    int start = 1;
    while (start <= fragment.length() && !fragment.isEmpty()) {
      int end = fragment.indexOf('/', start);
      end = end < 0 ? fragment.length() : end;
      names.add(unescaped(fragment.substring(start, end)));
      start = end + 1;
    }
    return names;
  }

  private static String unescaped(String name) {
    return name.indexOf('~') < 0 ? name : name.replace("~1", "/").replace("~0", "~");
  }

  /** As it is where it was percent-encoded, which a fragment may be; itself where it was not. */
  static String decoded(String name) {
    if (name.indexOf('%') < 0) {
      return name;
    }
    try {
      String decoded = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
      return unescaped(decoded);
    } catch (IllegalArgumentException notEncoded) {
      return name;
    }
  }
}
