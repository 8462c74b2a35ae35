package dev.connector.scaffold.render.model;

import dev.connector.spec.definition.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The operations that are elsewhere than the rest of the API. */
record Bases(JavaConnector connector) {

  /** Where they are, by their names; settings alone decide, and all of them have a value. */
  Map<String, String> all() {
    Map<String, String> bases = new LinkedHashMap<>();
    for (JavaResource resource : connector.resources()) {
      for (JavaOperation operation : resource.operations()) {
        Optional<Template> base = operation.definition().request().baseUrl();
        base.filter(this::isKnown)
            .ifPresent(it -> bases.put(resource.name() + "." + operation.name(), it.text()));
      }
    }
    return bases;
  }

  private boolean isKnown(Template base) {
    return base.placeholders().stream()
        .allMatch(
            it -> connector.variables().containsKey(it) && connector.variables().get(it).certain());
  }
}
