package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.canonical.CanonicalSuggestion;
import dev.connector.scaffold.infer.canonical.Meaning;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.spec.definition.CanonicalMapping;
import java.util.List;

/** Writes what records mean into a resource of a definition: what is sure of it. */
final class MeaningWriter {

  private MeaningWriter() {}

  /** Adds it before the resource's operations. */
  static void write(Meaning meaning, ObjectNode resource) {
    JsonNode operations = resource.remove("operations");
    List<JsonPointer> personal =
        meaning.personal().stream().filter(it -> !it.isUnsure()).map(Fact::value).toList();
    if (!personal.isEmpty()) {
      ArrayNode written = resource.putArray("personal");
      personal.forEach(it -> written.add(it.toString()));
    }
    meaning
        .canonical()
        .flatMap(CanonicalSuggestion::sure)
        .ifPresent(it -> canonical(it, resource.putObject("canonical")));
    resource.set("operations", operations);
  }

  private static void canonical(CanonicalMapping mapping, ObjectNode node) {
    node.put("type", mapping.type());
    ObjectNode fields = node.putObject("fields");
    mapping
        .fields()
        .forEach(
            (place, field) -> {
              if (field instanceof CanonicalMapping.From from) {
                from(place.toString(), from, fields);
              }
            });
  }

  private static void from(String place, CanonicalMapping.From from, ObjectNode fields) {
    if (from.format().isEmpty() && from.values().isEmpty()) {
      fields.put(place, from.pointer().toString());
      return;
    }
    ObjectNode field = fields.putObject(place).put("from", from.pointer().toString());
    from.format().ifPresent(it -> field.put("as", DefinitionJson.word(it)));
    if (!from.values().isEmpty()) {
      ObjectNode values = field.putObject("values");
      from.values().forEach(values::put);
    }
  }
}
