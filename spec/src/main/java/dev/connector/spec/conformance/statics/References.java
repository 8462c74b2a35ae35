package dev.connector.spec.conformance.statics;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.schema.RecordSchema;
import dev.connector.spec.NearMatch;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.reader.Problem;
import dev.connector.spec.rules.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** DATA-4: every JSON file parses, and what they name is there. */
final class References {

  private static final String CANONICAL = "/dev/connector/spec/canonical/";

  /** What a fixture may be about besides the operations of resources. */
  private static final Set<String> BESIDES = Set.of("changes");

  private final StaticChecks.Subject subject;
  private final List<Flaw> flaws = new ArrayList<>();
  private int documents;

  private References(StaticChecks.Subject subject) {
    this.subject = subject;
  }

  static Outcome check(StaticChecks.Subject subject) {
    return new References(subject).outcome();
  }

  private Outcome outcome() {
    flaws.addAll(subject.files().flaws());
    definition();
    for (String path : subject.files().paths()) {
      if (path.endsWith(".json") && !path.equals(ConnectorFiles.DEFINITION)) {
        subject.files().read(path).ifPresent(content -> document(path, content));
      }
    }
    return StaticChecks.outcome(
        "a definition that can be used, JSON that parses, and references that resolve",
        flaws,
        documents + " JSON files parse, and what they name is there");
  }

  private void definition() {
    String file = subject.files().shown(ConnectorFiles.DEFINITION);
    if (!subject.files().has(ConnectorFiles.DEFINITION)) {
      flaws.add(new Flaw(file, "is missing", "write the connector's definition"));
      return;
    }
    for (Problem problem : subject.read().errors()) {
      String place = problem.pointer().isEmpty() ? file : file + " " + problem.pointer();
      flaws.add(new Flaw(place, problem.cause(), problem.fix()));
    }
    documents++;
    subject.read().definition().ifPresent(definition -> canonical(file, definition));
  }

  private void canonical(String file, Definition definition) {
    for (Map.Entry<String, Resource> resource : definition.resources().entrySet()) {
      Optional<CanonicalMapping> mapping = resource.getValue().record().canonical();
      if (mapping.isPresent() && !known(mapping.get().type())) {
        flaws.add(
            new Flaw(
                file + " /resources/" + resource.getKey() + "/canonical/type",
                "there is no canonical type \"" + mapping.get().type() + "\"",
                "use one of spec/canonical, or leave the mapping out"));
      } else {
        mapping.ifPresent(it -> fields(file, resource.getKey(), it));
      }
    }
  }

  private void fields(String file, String resource, CanonicalMapping mapping) {
    CanonicalType type = CanonicalType.of(mapping.type());
    for (JsonPointer place : mapping.fields().keySet()) {
      if (!type.has(place)) {
        flaws.add(
            new Flaw(
                file + " /resources/" + resource + "/canonical/fields",
                mapping.type() + " has no " + place,
                "see spec/canonical for what it has, or put the value below /custom"));
      }
    }
  }

  private static boolean known(String type) {
    return References.class.getResource(CANONICAL + type + "-1.schema.json") != null;
  }

  private void document(String path, byte[] content) {
    String file = subject.files().shown(path);
    Optional<JsonNode> document = StrictJson.parse(file, content, flaws);
    if (document.isEmpty()) {
      return;
    }
    documents++;
    if (path.startsWith("schemas/")) {
      schema(path, file, document.get());
    } else if (path.startsWith("fixtures/")) {
      fixture(file, document.get().path("operation"));
    }
  }

  private void schema(String path, String file, JsonNode schema) {
    try {
      RecordSchema.of(schema);
    } catch (IllegalArgumentException e) {
      flaws.add(new Flaw(file, e.getMessage(), "mend the schema"));
      return;
    }
    JsonNode fields = schema.path("properties");
    boolean closed = schema.path("additionalProperties").isBoolean();
    if (!fields.isObject() || !closed || schema.path("additionalProperties").booleanValue()) {
      return;
    }
    subject
        .read()
        .definition()
        .ifPresent(
            definition ->
                definition.resources().entrySet().stream()
                    .filter(it -> it.getValue().record().schema().equals(path))
                    .forEach(it -> keys(it.getKey(), it.getValue(), fields)));
  }

  /** Where a schema lists all the fields there are, the key is one of them. */
  private void keys(String name, Resource resource, JsonNode fields) {
    for (JsonPointer key : resource.record().primaryKey()) {
      if (!fields.has(key.getMatchingProperty())) {
        flaws.add(
            new Flaw(
                subject.files().shown(ConnectorFiles.DEFINITION)
                    + " /resources/"
                    + name
                    + "/primaryKey",
                key + " is no field of " + resource.record().schema(),
                "name a field of the record, or describe it in the schema"));
      }
    }
  }

  private void fixture(String file, JsonNode operation) {
    JsonNode resources = subject.document().path("resources");
    if (!operation.isTextual() || !operation.textValue().contains(".") || !resources.isObject()) {
      return;
    }
    String resource = operation.textValue().substring(0, operation.textValue().indexOf('.'));
    String name = operation.textValue().substring(resource.length() + 1);
    JsonNode operations = resources.path(resource).path("operations");
    if (resource.equals("oauth") && !resources.has(resource)) {
      return;
    }
    if (!resources.has(resource)) {
      missing(file, "resource \"" + resource + "\"", resource, names(resources));
    } else if (!operations.has(name) && !BESIDES.contains(name)) {
      missing(file, "operation \"" + operation.textValue() + "\"", name, names(operations));
    }
  }

  private void missing(String file, String what, String name, List<String> known) {
    flaws.add(
        new Flaw(
            file + " /operation",
            "there is no " + what,
            NearMatch.of(name, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "name one of " + String.join(", ", known))));
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
