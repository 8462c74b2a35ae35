package dev.connector.runtime.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a schema into checks, each subschema that is referred to once. */
final class Compiler {

  /** Keywords that say nothing about what fits, those of the canonical types included. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$comment",
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "version",
          "primaryKey",
          "references",
          "unit");

  private final JsonNode document;
  private final Map<String, Check.Reference> references = new HashMap<>();

  Compiler(JsonNode document) {
    this.document = document;
  }

  Check compile() {
    Check.Reference root = new Check.Reference();
    references.put("#", root);
    root.resolve(compile(document));
    return root;
  }

  private Check compile(JsonNode schema) {
    if (schema.isBoolean()) {
      return new Check.Plain(value -> schema.booleanValue(), "nothing is allowed here");
    }
    if (!schema.isObject()) {
      throw new IllegalArgumentException("a schema is an object or a truth value");
    }
    List<Check> checks = new ArrayList<>();
    schema
        .properties()
        .forEach(keyword -> check(keyword.getKey(), keyword.getValue()).ifPresent(checks::add));
    if (schema.has("properties")
        || schema.has("additionalProperties")
        || schema.has("propertyNames")) {
      checks.add(members(schema));
    }
    if (schema.has("if")) {
      checks.add(conditional(schema));
    }
    return checks.size() == 1 ? checks.get(0) : new Check.All(checks);
  }

  private Optional<Check> check(String keyword, JsonNode value) {
    switch (keyword) {
      case "properties":
      case "additionalProperties":
      case "propertyNames":
        return Optional.empty(); // read together, see members
      case "if":
      case "then":
      case "else":
        return Optional.empty(); // read together, see conditional
      case "items":
        return Optional.of(new Elements(compile(value)));
      case "$ref":
        return Optional.of(reference(value.asText()));
      case "allOf":
        return Optional.of(new Check.All(compileAll(value)));
      case "anyOf":
        return Optional.of(
            new Check.Plain(atLeastOne(compileAll(value)), "fits none of the schemas in anyOf"));
      case "oneOf":
        return Optional.of(
            new Check.Plain(exactlyOne(compileAll(value)), "does not fit exactly one of oneOf"));
      default:
        if (ANNOTATIONS.contains(keyword)) {
          return Optional.empty();
        }
        return Optional.of(
            Keywords.check(keyword, value)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "the keyword \"" + keyword + "\" of JSON Schema is not supported")));
    }
  }

  private Check members(JsonNode schema) {
    Map<String, Check> declared = new LinkedHashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(member -> declared.put(member.getKey(), compile(member.getValue())));
    JsonNode others = schema.path("additionalProperties");
    return new Members(
        new HashMap<>(declared),
        others.isMissingNode() || others.equals(BooleanNode.TRUE)
            ? Optional.empty()
            : Optional.of(others.isBoolean() ? undeclared() : compile(others)),
        Optional.of(schema.path("propertyNames"))
            .filter(names -> !names.isMissingNode())
            .map(this::compile));
  }

  private Check conditional(JsonNode schema) {
    return new Conditional(
        compile(schema.path("if")),
        schema.has("then") ? compile(schema.path("then")) : new Check.All(List.of()),
        schema.has("else") ? compile(schema.path("else")) : new Check.All(List.of()));
  }

  private static Check undeclared() {
    return new Check.Plain(value -> false, "is not declared");
  }

  private List<Check> compileAll(JsonNode schemas) {
    List<Check> checks = new ArrayList<>();
    schemas.forEach(schema -> checks.add(compile(schema)));
    return checks;
  }

  private static Check.Condition atLeastOne(List<Check> checks) {
    return value -> checks.stream().anyMatch(check -> check.fits(value));
  }

  private static Check.Condition exactlyOne(List<Check> checks) {
    return value -> checks.stream().filter(check -> check.fits(value)).limit(2).count() == 1;
  }

  private Check reference(String target) {
    Check.Reference known = references.get(target);
    if (known != null) {
      return known;
    }
    JsonNode found =
        target.startsWith("#/") ? document.at(JsonPointer.compile(target.substring(1))) : null;
    if (found == null || found.isMissingNode()) {
      throw new IllegalArgumentException("the reference \"" + target + "\" leads nowhere");
    }
    requireEnd(target, found);
    Check.Reference reference = new Check.Reference();
    references.put(target, reference);
    reference.resolve(compile(found));
    return reference;
  }

  /** A schema that is nothing but a reference to itself would be followed for ever. */
  private void requireEnd(String target, JsonNode found) {
    Set<String> seen = new HashSet<>(Set.of(target));
    JsonNode next = found;
    while (next.path("$ref").asText().startsWith("#")) {
      if (!seen.add(next.path("$ref").asText())) {
        throw new IllegalArgumentException("the reference \"" + target + "\" leads to itself");
      }
      next = document.at(JsonPointer.compile(next.path("$ref").asText().substring(1)));
    }
  }
}
