package dev.connector.registry.source;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which names, registry names and refs are well-formed. Nothing else reaches git or the disk. */
final class Names {

  /** The item name that means the runtime of the project's language. */
  static final String RUNTIME = "runtime";

  private static final Pattern CONNECTOR = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern REF = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./+-]{0,199}");
  private static final Pattern FULL_COMMIT = Pattern.compile("[0-9a-f]{40}");

  private Names() {}

  static boolean isConnector(String name) {
    return name.length() <= 64 && CONNECTOR.matcher(name).matches() && !name.equals(RUNTIME);
  }

  static boolean isRegistry(String name) {
    return name.startsWith("@") && isConnector(name.substring(1));
  }

  static boolean isRef(String ref) {
    return REF.matcher(ref).matches()
        && !ref.contains("..")
        && !ref.contains("//")
        && !ref.contains("/.")
        && !ref.endsWith("/")
        && !ref.endsWith(".")
        && !ref.endsWith(".lock");
  }

  static boolean isCommit(String ref) {
    return FULL_COMMIT.matcher(ref).matches();
  }

  static void requireConnector(String name) {
    if (!isConnector(name)) {
      throw new ConnectorException(
          Kind.USAGE,
          "\"" + Text.oneLine(name) + "\" is not a connector's name",
          isConnector(name.toLowerCase(Locale.ROOT))
              ? "did you mean \"" + name.toLowerCase(Locale.ROOT) + "\"?"
              : "a name is lower-case letters, digits and single hyphens, such as google-ads");
    }
  }
}
