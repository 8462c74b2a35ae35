package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.description.References.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the examples that stand beside a schema, as OpenAPI 3 has them. */
final class Examples {

  private Examples() {}

  /**
   * {@code example}, then those of {@code examples}; a reference in the place of one is followed.
   */
  static List<ApiContent.Example> all(Reading reading, Target beside) {
    List<ApiContent.Example> examples = new ArrayList<>();
    Target one = beside.child("example");
    if (!one.node().isMissingNode()) {
      add(behind(reading, one), examples);
    }
    Target several = beside.child("examples");
    if (several.node().isArray()) {
      reading.elements(several).forEach(it -> add(named(reading, it), examples));
    } else {
      for (Map.Entry<String, Target> it : reading.members(several)) {
        add(named(reading, it.getValue()), examples);
      }
    }
    return examples;
  }

  static Optional<JsonNode> first(Reading reading, Target beside) {
    return all(reading, beside).stream().map(ApiContent.Example::value).findFirst();
  }

  /** An example that is nothing but a reference that leads somewhere was meant as one. */
  private static Target behind(Reading reading, Target example) {
    JsonNode reference = example.node().path("$ref");
    return reference.isTextual() && example.node().size() == 1
        ? reading.documents().find(example.place(), reference.textValue()).orElse(example)
        : example;
  }

  /** The value of a named example; one that holds it elsewhere is none. */
  private static Target named(Reading reading, Target given) {
    Target example = reading.follow(given);
    boolean wrapped = example.node().has("value") || example.node().has("externalValue");
    return wrapped ? example.child("value") : example;
  }

  private static void add(Target example, List<ApiContent.Example> examples) {
    if (!example.node().isMissingNode()) {
      examples.add(new ApiContent.Example(example.place(), example.node()));
    }
  }
}
