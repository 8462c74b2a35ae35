package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.connector.scaffold.description.ApiSchema;
import dev.connector.scaffold.description.References.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads nodes that may be anything; what is not as it should be is a defect and is left out. */
record Reading(Documents documents, Defects defects) {

  private static final int MOST_STEPS = 20;

  /** What a node is once its references are followed; missing where they lead to nothing. */
  Target follow(Target start) {
    Target at = start;
    for (int i = 0; i < MOST_STEPS; i++) {
      JsonNode reference = at.node().path("$ref");
      if (!reference.isTextual()) {
        return at;
      }
      Optional<Target> next = documents.find(at.place(), reference.textValue());
      if (next.isEmpty()) {
        return new Target(at.place(), MissingNode.getInstance());
      }
      at = next.get();
    }
    return new Target(start.place(), MissingNode.getInstance());
  }

  /** An object behind its references; what is none is told of, a dangling one was already. */
  Optional<Target> object(Target start) {
    Target at = follow(start);
    if (at.node().isObject()) {
      return Optional.of(at);
    }
    if (!at.node().isMissingNode()) {
      defects.add(start.place(), "is no object");
    }
    return Optional.empty();
  }

  /** The members of an object, its own references followed; none of what is no object. */
  List<Map.Entry<String, Target>> members(Target start) {
    Target object = follow(start);
    List<Map.Entry<String, Target>> members = new ArrayList<>();
    if (object.node().isObject()) {
      for (String name : (Iterable<String>) object.node()::fieldNames) {
        members.add(Map.entry(name, object.child(name)));
      }
    } else if (!object.node().isMissingNode() && !object.node().isNull()) {
      defects.add(start.place(), "is no object");
    }
    return members;
  }

  /** As above, where members named {@code x-} are not of the list but extensions of the format. */
  List<Map.Entry<String, Target>> withoutExtensions(Target start) {
    List<Map.Entry<String, Target>> members = members(start);
    members.removeIf(it -> it.getKey().startsWith("x-"));
    return members;
  }

  /** The elements of a list; the values of an object that stands where a list should. */
  List<Target> elements(Target start) {
    Target list = follow(start);
    List<Target> elements = new ArrayList<>();
    if (list.node().isObject()) {
      list.node().fieldNames().forEachRemaining(it -> elements.add(list.child(it)));
    } else if (list.node().isArray()) {
      for (int i = 0; i < list.node().size(); i++) {
        elements.add(list.child(i));
      }
    } else if (!list.node().isMissingNode() && !list.node().isNull()) {
      defects.add(start.place(), "is no list");
    }
    return elements;
  }

  /** The texts of a list; a text that stands where a list should is one. */
  List<String> texts(Target list) {
    if (list.node().isTextual()) {
      return List.of(list.node().textValue());
    }
    List<String> texts = new ArrayList<>();
    for (Target it : elements(list)) {
      if (it.node().isValueNode() && !it.node().isNull()) {
        texts.add(it.node().asText());
      }
    }
    return texts;
  }

  /** A schema that says something. */
  Optional<ApiSchema> schema(Target at) {
    JsonNode node = at.node();
    if (node.isObject() && !node.isEmpty()) {
      return Optional.of(anything(at));
    }
    if (!node.isMissingNode() && !node.isObject() && !node.isBoolean() && !node.isNull()) {
      defects.add(at.place(), "is no schema");
    }
    return Optional.empty();
  }

  /** A schema, whether it says anything or not. */
  ApiSchema anything(Target at) {
    return ApiSchema.of(documents, at.place(), at.node());
  }

  /** A member that is a text, or a number that stands for one; empty where it is neither. */
  /** What a document says in words that its format leaves to others, as far as it is text. */
  static Map<String, String> extensions(Target object) {
    Map<String, String> extensions = new LinkedHashMap<>();
    object
        .node()
        .properties()
        .forEach(
            it -> {
              if (it.getKey().startsWith("x-") && it.getValue().isTextual()) {
                extensions.put(it.getKey(), it.getValue().textValue());
              }
            });
    return extensions;
  }

  static String text(Target object, String member) {
    JsonNode text = object.node().path(member);
    return text.isValueNode() && !text.isNull() ? text.asText() : "";
  }
}
