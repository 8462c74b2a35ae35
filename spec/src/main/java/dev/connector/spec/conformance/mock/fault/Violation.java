package dev.connector.spec.conformance.mock.fault;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.spec.conformance.mock.exchange.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds where a record can be made to violate its schema and still be told apart from others. */
record Violation(Page.About about) {

  Optional<ObjectNode> wrongType(ObjectNode record) {
    for (var member : members(about.schema(), JsonPointer.empty()).entrySet()) {
      JsonNode above = record.at(member.getKey().head());
      String name = member.getKey().last().getMatchingProperty();
      Optional<JsonNode> wrong = wrong(member.getValue());
      if (above.has(name) && wrong.isPresent()) {
        ((ObjectNode) above).set(name, wrong.get());
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }

  Optional<ObjectNode> missingField(ObjectNode record) {
    return stream(about.schema().path("required"))
        .map(JsonNode::asText)
        .filter(name -> record.has(name) && !isKey(JsonPointer.empty().appendProperty(name)))
        .findFirst()
        .map(
            name -> {
              record.remove(name);
              return record;
            });
  }

  /** The schemas of plain fields, at most two levels down, by their place. */
  private Map<JsonPointer, JsonNode> members(JsonNode schema, JsonPointer at) {
    Map<JsonPointer, JsonNode> found = new LinkedHashMap<>();
    for (var property : schema.path("properties").properties()) {
      JsonPointer place = at.appendProperty(property.getKey());
      if (!isKey(place)) {
        found.put(place, property.getValue());
      }
    }
    if (at.matches()) {
      Map.copyOf(found).forEach((place, inner) -> found.putAll(members(inner, place)));
    }
    return found;
  }

  /** A key, or an object that holds one, stays as it is. */
  private boolean isKey(JsonPointer place) {
    return about.type().primaryKey().stream().anyMatch(key -> (key + "/").startsWith(place + "/"));
  }

  private static Optional<JsonNode> wrong(JsonNode schema) {
    JsonNode type = schema.path("type");
    java.util.List<String> allowed =
        type.isTextual()
            ? java.util.List.of(type.asText())
            : stream(type).map(JsonNode::asText).toList();
    if (allowed.isEmpty() || allowed.contains("object") || allowed.contains("array")) {
      return Optional.empty();
    }
    return Stream.of(
            Map.entry("string", (JsonNode) TextNode.valueOf("of the wrong type")),
            Map.entry("boolean", (JsonNode) BooleanNode.TRUE),
            Map.entry("integer", (JsonNode) IntNode.valueOf(7)))
        .filter(it -> !allowed.contains(it.getKey()))
        .filter(it -> !(it.getKey().equals("integer") && allowed.contains("number")))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
