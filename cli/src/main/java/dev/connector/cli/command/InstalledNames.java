package dev.connector.cli.command;

import dev.connector.registry.workspace.Lock;
import dev.connector.spec.ConnectorException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of what is installed a user means. */
final class InstalledNames {

  private final Map<String, Lock.Entry> installed;

  InstalledNames(Lock lock) {
    this.installed = lock.entries();
  }

  /** Those named; all of them where that is asked for. Fails with USAGE where nothing is meant. */
  Map<String, Lock.Entry> chosen(List<String> names, boolean all) {
    if (installed.isEmpty()) {
      throw usage("no connectors are installed here", "add one: connector add <connector>");
    }
    if (all) {
      return installed;
    }
    if (names.isEmpty()) {
      throw usage("no connector is named", "name some of them, or say --all: " + list());
    }
    Map<String, Lock.Entry> chosen = new LinkedHashMap<>();
    for (String name : names) {
      Lock.Entry entry = installed.get(name);
      if (entry == null) {
        throw usage("\"" + name + "\" is not installed here", hint(name));
      }
      chosen.put(name, entry);
    }
    return chosen;
  }

  private String hint(String name) {
    return NearMatches.of(name, installed.keySet()).stream()
        .findFirst()
        .map(near -> "did you mean " + near + "?")
        .orElse("there is: " + list());
  }

  private String list() {
    return String.join(", ", installed.keySet());
  }

  private static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}
