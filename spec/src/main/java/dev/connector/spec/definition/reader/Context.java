package dev.connector.spec.definition.reader;

import dev.connector.spec.definition.InvalidDefinitionException;
import dev.connector.spec.definition.Template;
import java.util.Collections;
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

  /** A credential: fixed text, or a setting that would be shown, is none. */
  Template secret(Value value) {
    Template template = credentials.certainTemplate(value);
    if (!isSecret(template)) {
      throw noSecret();
    }
    return template;
  }

  boolean isSecret(Template template) {
    return !Collections.disjoint(template.placeholders(), names.secrets());
  }

  static InvalidDefinitionException noSecret() {
    return new InvalidDefinitionException(
        "the credential does not come from a secret",
        "declare a setting with \"secret\": true and put its {name} here");
  }
}
