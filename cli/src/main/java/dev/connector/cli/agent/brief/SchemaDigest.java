package dev.connector.cli.agent.brief;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schema of {@code connector.json} in a quarter of its length, for readers who pay by the word:
 * every field, its type and its one sentence. What no engine runs yet is left out.
 */
public final class SchemaDigest {

  private static final String RESOURCE = "/dev/connector/spec/connector.schema.json";
  private static final String NOT_YET = "Not executed yet.";

  private final StringBuilder text = new StringBuilder();

  private SchemaDigest() {}

  /** The digest of the schema that came with this program. */
  public static String text() {
    try (InputStream in = SchemaDigest.class.getResourceAsStream(RESOURCE)) {
      return of(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String of(JsonNode schema) {
    SchemaDigest digest = new SchemaDigest();
    digest.definition("connector.json", schema);
    schema
        .path("$defs")
        .properties()
        .forEach(entry -> digest.definition(entry.getKey(), entry.getValue()));
    return digest.text.toString();
  }

  private void definition(String name, JsonNode schema) {
    text.append(name).append(" = ").append(type(schema, 0));
    String description = description(schema);
    text.append(description.isEmpty() ? "" : "  // " + description).append('\n');
  }

  private static String description(JsonNode schema) {
    return schema.path("description").asText();
  }

  private String type(JsonNode schema, int depth) {
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asText();
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    if (schema.has("const")) {
      return schema.get("const").toString();
    }
    if (schema.has("enum")) {
      return joined(schema.get("enum"), JsonNode::toString);
    }
    if (schema.has("then") && schema.has("else") && !schema.has("properties")) {
      String then =
          schema.get("then").has("$ref")
              ? type(schema.get("then"), depth)
              : schema.path("if").path("type").asText("any");
      return then + " | " + type(schema.get("else"), depth);
    }
    List<JsonNode> forms = forms(schema);
    if (!forms.isEmpty()) {
      return forms(schema, forms, depth);
    }
    return plain(schema, depth);
  }

  private String plain(JsonNode schema, int depth) {
    String type = schema.path("type").asText("");
    if (type.equals("array")) {
      return type(schema.path("items"), depth) + "[]";
    }
    if (type.equals("object") || schema.has("properties")) {
      return object(schema, depth);
    }
    return type.isEmpty() ? "any" : type;
  }

  /** Alternatives that say something, and not only which fields go together. */
  private static List<JsonNode> forms(JsonNode schema) {
    List<JsonNode> forms = new ArrayList<>();
    for (String word : List.of("oneOf", "anyOf")) {
      for (JsonNode form : schema.path(word)) {
        if (form.has("properties") || form.has("$ref") || form.has("type") || form.has("const")) {
          forms.add(form);
        }
      }
    }
    return forms;
  }

  /** What all alternatives have is said once. */
  private String forms(JsonNode schema, List<JsonNode> forms, int depth) {
    Set<String> shared = shared(schema, forms);
    String alternatives =
        forms.stream()
            .filter(form -> !description(form).contains(NOT_YET))
            .map(form -> form.has("properties") ? object(form, depth, shared) : type(form, depth))
            .collect(Collectors.joining(" | "));
    if (shared.isEmpty()) {
      return alternatives;
    }
    JsonNode first = schema.has("properties") ? schema : forms.get(0);
    StringBuilder common = new StringBuilder("{\n");
    shared.forEach(
        name ->
            field(common, name, property(first, forms, name), required(schema, name), depth + 1));
    return common.append("  ".repeat(depth)).append("} and ").append(alternatives).toString();
  }

  private static JsonNode property(JsonNode first, List<JsonNode> forms, String name) {
    JsonNode own = first.path("properties").path(name);
    return own.isObject() ? own : forms.get(0).path("properties").path(name);
  }

  private static Set<String> shared(JsonNode schema, List<JsonNode> forms) {
    Set<String> shared = new LinkedHashSet<>();
    forms.get(0).path("properties").fieldNames().forEachRemaining(shared::add);
    forms.forEach(
        form ->
            shared.removeIf(
                name ->
                    !form.path("properties")
                        .path(name)
                        .equals(forms.get(0).path("properties").path(name))));
    if (forms.size() < 2) {
      shared.clear();
    }
    schema.path("properties").fieldNames().forEachRemaining(shared::add);
    shared.remove("type");
    shared.remove("shape");
    shared.remove("grant");
    return shared;
  }

  private String object(JsonNode schema, int depth) {
    return object(schema, depth, Set.of());
  }

  private String object(JsonNode schema, int depth, Set<String> said) {
    StringBuilder object = new StringBuilder();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!said.contains(property.getKey())) {
        field(
            object,
            property.getKey(),
            property.getValue(),
            required(schema, property.getKey()),
            depth + 1);
      }
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject()) {
      String any = "<name>: " + type(others, depth + 1);
      if (object.length() == 0) {
        return "{ " + any + " }";
      }
      object.append("  ".repeat(depth + 1)).append(any).append('\n');
    }
    return "{\n" + object + "  ".repeat(depth) + "}";
  }

  private void field(
      StringBuilder object, String name, JsonNode schema, boolean required, int depth) {
    String description = description(schema);
    if (schema instanceof MissingNode || description.contains(NOT_YET) || name.equals("$schema")) {
      return;
    }
    object
        .append("  ".repeat(depth))
        .append(name)
        .append(required ? ": " : "?: ")
        .append(type(schema, depth))
        .append(schema.has("default") ? " = " + schema.get("default") : "")
        .append(description.isEmpty() ? "" : "  // " + description)
        .append('\n');
  }

  private static boolean required(JsonNode schema, String name) {
    for (JsonNode each : schema.path("required")) {
      if (each.asText().equals(name)) {
        return true;
      }
    }
    return Optional.of(schema.path("properties").path(name))
        .filter(it -> it.has("const"))
        .isPresent();
  }

  private static String joined(
      JsonNode values, java.util.function.Function<JsonNode, String> written) {
    List<String> all = new ArrayList<>();
    values.forEach(value -> all.add(written.apply(value)));
    return String.join("|", all);
  }
}
