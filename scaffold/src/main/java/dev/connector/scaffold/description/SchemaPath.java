package dev.connector.scaffold.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way from where a schema is asked for to where it is written: over references, and over the
 * words that wrap one other schema ({@code allOf} with one element; {@code anyOf} and {@code oneOf}
 * with one element beside null), which is how documents add a description or null to a reference.
 */
final class SchemaPath {

  /** A longer chain of references is taken for one that leads nowhere. */
  static final int MOST_STEPS = 20;

  private static final List<String> WRAPPERS = List.of("allOf", "anyOf", "oneOf");

  /** With one of these beside it, a wrapper is not all that a schema says of the value's shape. */
  private static final Set<String> SHAPE =
      Set.of("properties", "items", "additionalProperties", "enum", "required", "$ref");

  private final References references;
  private final List<References.Target> beside = new ArrayList<>();
  private References.Target target;
  private Optional<String> name = Optional.empty();
  private boolean nullable;

  private SchemaPath(References references, References.Target start) {
    this.references = references;
    this.target = start;
  }

  static SchemaPath follow(References references, References.Target start) {
    SchemaPath path = new SchemaPath(references, start);
    for (int i = 0; i < MOST_STEPS; i++) {
      if (!path.step()) {
        return path;
      }
    }
    path.target = new References.Target(path.target.place(), MissingNode.getInstance());
    return path;
  }

  /** Where it ends; missing where it leads nowhere. */
  References.Target target() {
    return target;
  }

  /** What was said on the way, without the words that led on; the first is first. */
  List<References.Target> beside() {
    return beside;
  }

  /** The name of the last reference. */
  Optional<String> name() {
    return name;
  }

  /** Whether null was allowed on the way. */
  boolean nullable() {
    return nullable;
  }

  private boolean step() {
    if (!(target.node() instanceof ObjectNode node)) {
      return false;
    }
    JsonNode reference = node.get("$ref");
    if (reference != null && reference.isTextual()) {
      remember(node, "$ref");
      Optional<References.Target> found = references.find(target.place(), reference.textValue());
      target =
          found.orElseGet(() -> new References.Target(target.place(), MissingNode.getInstance()));
      name = found.map(References.Target::name).or(() -> name);
      return found.isPresent();
    }
    for (String word : WRAPPERS) {
      JsonNode list = node.get(word);
      if (list != null && list.isArray() && !list.isEmpty()) {
        return unwrap(node, word, list);
      }
    }
    return false;
  }

  private boolean unwrap(ObjectNode node, String word, JsonNode list) {
    int only = -1;
    boolean nulls = false;
    for (int i = 0; i < list.size(); i++) {
      if (!word.equals("allOf") && isNull(list.get(i))) {
        nulls = true;
      } else if (only >= 0) {
        return false;
      } else {
        only = i;
      }
    }
    if (only < 0 || saysMore(node, word)) {
      return false;
    }
    remember(node, word);
    nullable |= nulls;
    target = target.child(word).child(only);
    return true;
  }

  private static boolean saysMore(ObjectNode node, String word) {
    for (String other : WRAPPERS) {
      if (!other.equals(word) && node.has(other)) {
        return true;
      }
    }
    for (String shape : SHAPE) {
      if (node.has(shape)) {
        return true;
      }
    }
    return false;
  }

  /** Whether null is all that a schema allows. */
  static boolean isNull(JsonNode schema) {
    JsonNode type = schema.path("type");
    JsonNode values = schema.path("enum");
    return type.asText().equals("null") && type.isTextual()
        || type.size() == 1 && type.path(0).asText().equals("null")
        || values.size() == 1 && values.path(0).isNull()
        || schema.path("const").isNull()
        || schema.isObject() && schema.size() == 1 && schema.path("nullable").asBoolean();
  }

  private void remember(ObjectNode node, String word) {
    if (node.size() > 1) {
      ObjectNode rest = node.objectNode();
      rest.setAll(node);
      rest.remove(word);
      beside.add(new References.Target(target.place(), rest));
    }
  }
}
