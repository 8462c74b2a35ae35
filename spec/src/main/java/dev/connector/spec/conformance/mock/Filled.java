package dev.connector.spec.conformance.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.spec.conformance.mock.data.Sample;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A value for each setting of a definition, made up where there is no default. */
public record Filled(Map<String, String> values) {

  public Filled {
    values = Map.copyOf(values);
  }

  public static Filled of(Definition definition, long seed) {
    Map<String, String> values = new LinkedHashMap<>();
    definition
        .settings()
        .forEach(
            (name, it) ->
                values.put(
                    name,
                    it.defaultValue()
                        .or(() -> it.values().stream().findFirst())
                        .or(() -> it.pattern().flatMap(p -> sample(p, seed)))
                        .orElse("mock-" + name)));
    return new Filled(values);
  }

  /** Where a pattern is beyond what can be made up, its setting is told apart by its name alone. */
  private static Optional<String> sample(String pattern, long seed) {
    try {
      return Optional.of(Sample.of(pattern, new Random(seed)));
    } catch (IllegalArgumentException cannot) {
      return Optional.empty();
    }
  }

  public String text(Template template) {
    String text = template.text().replace("{{", "{").replace("}}", "}");
    for (var value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  /** Whether a request brings the value that a template of the definition has. */
  boolean agrees(JsonNode template, JsonNode sent) {
    if (template.isTextual()) {
      return TextNode.valueOf(text(new Template(template.asText()))).asText().equals(sent.asText());
    }
    for (var field : template.properties()) {
      if (!agrees(field.getValue(), sent.path(field.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
