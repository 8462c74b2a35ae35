package dev.connector.registry.workspace.change;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a path may look like before anything is written there, on any operating system. */
public final class SafePath {

  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\\$|conout\\$)(\\..*)?");
  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x1f\\x7f\\\\:*?\"<>|]");

  private SafePath() {}

  /** Returns the path if it stays inside the project everywhere; fails otherwise. */
  public static String require(String path) {
    if (path.isEmpty() || path.startsWith("/") || FORBIDDEN.matcher(path).find()) {
      throw refused(path);
    }
    for (String segment : path.split("/", -1)) {
      String name = segment.toLowerCase(Locale.ROOT);
      // Windows drops trailing dots and spaces, so ".git." and ".. " would mean something else
      // there.
      if (name.isEmpty()
          || name.endsWith(".")
          || name.endsWith(" ")
          || name.equals(".git")
          || name.startsWith("git~")
          || RESERVED.matcher(name).matches()) {
        throw refused(path);
      }
    }
    return path;
  }

  private static ConnectorException refused(String path) {
    String shown = path.replaceAll("\\p{Cntrl}", "?");
    return new ConnectorException(
        Kind.INTEGRITY,
        "refused to write \"" + shown + "\": not a safe path inside a project",
        "nothing was written");
  }
}
