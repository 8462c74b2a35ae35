package dev.connector.scaffold.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A key of {@code paths}, taken apart.
 *
 * @param path with a slash before it; fragment and query cut off, variables reduced to their names
 * @param variables their names, in order
 * @param query what the key fixes of the query, {@code /files?type=folder}; a value in braces is a
 *     variable's name, and so is a name
 */
record PathKey(String path, Set<String> variables, Map<String, String> query) {

  /**
   * A whole segment {@code :id} is a variable, and so is {@code #id}, which cannot be sent; a
   * fragment at the end only tells operations apart.
   *
   * @param declared names of path parameters, which may be odd ones
   * @return empty where braces do not match
   */
  static Optional<PathKey> of(String key, Set<String> declared) {
    int end = outsideOfBraces(key, '#');
    if (key.indexOf('/', end) >= 0) {
      return of(key.substring(0, end) + ':' + key.substring(end + 1), declared);
    }
    String address = key.substring(0, end);
    int question = outsideOfBraces(address, '?');
    Set<String> variables = new LinkedHashSet<>();
    Optional<String> path = path(address.substring(0, question), declared, variables);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String slashed = path.get().startsWith("/") ? path.get() : '/' + path.get();
    String query = question < address.length() ? address.substring(question + 1) : "";
    return Optional.of(new PathKey(slashed, variables, query(query)));
  }

  /** Where a character first is, not within braces; the length where it is nowhere. */
  private static int outsideOfBraces(String text, char wanted) {
    boolean braces = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == wanted && !braces) {
        return i;
      }
      braces = c == '{' || braces && c != '}';
    }
    return text.length();
  }

  private static Optional<String> path(String text, Set<String> declared, Set<String> variables) {
    StringBuilder path = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '}') {
        return Optional.empty();
      }
      if (c == '{') {
        int close = text.indexOf('}', i);
        String inside = close < 0 ? "" : text.substring(i + 1, close);
        if (inside.indexOf('{') >= 0 || close < 0) {
          return Optional.empty();
        }
        if (!inside.startsWith("?") && !inside.startsWith("&")) {
          String name = declared.contains(inside) ? inside : bare(inside);
          if (name.isEmpty()) {
            return Optional.empty();
          }
          variables.add(name);
          path.append('{').append(name).append('}');
        }
        i = close + 1;
      } else if (c == ':' && path.length() > 0 && path.charAt(path.length() - 1) == '/') {
        int slash = text.indexOf('/', i) < 0 ? text.length() : text.indexOf('/', i);
        String name = text.substring(i + 1, slash);
        if (isName(name)) {
          variables.add(name);
          path.append('{').append(name).append('}');
        } else {
          path.append(text, i, slash);
        }
        i = slash;
      } else {
        path.append(c);
        i++;
      }
    }
    return Optional.of(path.toString());
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  /**
   * Without what other templates write beside a name: {@code +path}, {@code path*}, {@code id:int}.
   */
  private static String bare(String inside) {
    String name = inside.strip();
    int start = !name.isEmpty() && "+#./;".indexOf(name.charAt(0)) >= 0 ? 1 : 0;
    int colon = name.indexOf(':');
    int end = colon > start ? colon : name.length();
    while (end > start && "*+?".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(start, end);
  }

  private static Map<String, String> query(String query) {
    Map<String, String> fixed = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (name.startsWith("{") && name.endsWith("}")) {
        fixed.put(name.substring(1, name.length() - 1), name);
      } else if (!name.isEmpty() && name.indexOf('{') < 0) {
        fixed.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return fixed;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
