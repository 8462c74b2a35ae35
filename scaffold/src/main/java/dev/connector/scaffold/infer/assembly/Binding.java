package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a resource's list gets the values from that it cannot do without.
 *
 * @param parent whose records give some of them
 * @param placeholders by what the document calls the value: the placeholder that stands for it
 * @param settings by placeholder: what the user has to say
 */
record Binding(
    Optional<Parent> parent, Map<String, String> placeholders, Map<String, Question> settings) {

  Binding {
    placeholders = Collections.unmodifiableMap(new LinkedHashMap<>(placeholders));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * @param resource its name
   * @param bind by placeholder: where in the parent's record the value is
   */
  record Parent(String resource, Map<String, JsonPointer> bind) {
    Parent {
      bind = Collections.unmodifiableMap(new LinkedHashMap<>(bind));
    }
  }

  /**
   * Something to ask the user.
   *
   * @param values those allowed; empty where any is
   */
  record Question(String title, String description, List<String> values) {
    Question {
      values = List.copyOf(values);
    }
  }
}
