package dev.connector.registry.source;

import dev.connector.spec.definition.ConnectorName;
import java.util.regex.Pattern;

/** Which names, registry names and refs are well-formed. Nothing else reaches git or the disk. */
final class Names {

  private static final Pattern REF = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./+-]{0,199}");
  private static final Pattern FULL_COMMIT = Pattern.compile("[0-9a-f]{40}");

  private Names() {}

  static boolean isConnector(String name) {
    return ConnectorName.isValid(name);
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
    ConnectorName.require(name);
  }
}
