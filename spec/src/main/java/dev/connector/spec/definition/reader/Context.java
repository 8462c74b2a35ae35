package dev.connector.spec.definition.reader;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the readers of parts share.
 *
 * @param files whether the connector's folder has a file; empty where that is not known
 * @param settings the scope of everything that is sent
 * @param credentials the scope of an authentication, which is used only where its settings are
 *     there
 */
record Context(Names names, Scope settings, Scope credentials, Optional<Predicate<String>> files) {

  /** The resources there are, as words to choose from. */
  Map<String, String> resourceNames() {
    Map<String, String> words = new TreeMap<>();
    names.resources().forEach(name -> words.put(name, name));
    return words;
  }
}
