package dev.connector.spec.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * JSON whose strings are {@link Template}s. A string that is one placeholder takes the type of the
 * value put in: {@code "{limit}"} becomes {@code 100}, not {@code "100"}.
 */
public record JsonTemplate(JsonNode value) {

  /** Refuses strings that are no template; keeps its own copy. */
  public JsonTemplate {
    value = value.deepCopy();
    collect(value, new LinkedHashSet<>());
  }

  /** The names between braces, anywhere below. */
  public Set<String> placeholders() {
    Set<String> names = new LinkedHashSet<>();
    collect(value, names);
    return names;
  }

  private static void collect(JsonNode node, Set<String> names) {
    if (node.isTextual()) {
      names.addAll(new Template(node.textValue()).placeholders());
    }
    node.forEach(child -> collect(child, names));
  }
}
