package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.References;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * Follows every reference of every file once, before anything is read: other files are loaded by
 * it, and what leads nowhere is told of, used or not.
 */
final class ReferenceCheck {

  /** Objects whose members have names that the document chose. */
  private static final Set<String> NAMED =
      Set.of(
          "properties",
          "patternProperties",
          "$defs",
          "definitions",
          "dependentSchemas",
          "schemas",
          "responses",
          "parameters",
          "examples",
          "requestBodies",
          "headers",
          "securitySchemes",
          "links",
          "callbacks",
          "pathItems",
          "paths",
          "webhooks",
          "content",
          "encoding");

  /** Values of the API, in which nothing refers to the document. */
  private static final Set<String> DATA =
      Set.of("example", "default", "enum", "const", "value", "mapping", "scopes");

  private static final int MOST_STEPS = 20;

  private final Documents documents;
  private final Defects defects;
  private final Deque<String> path = new ArrayDeque<>();

  private ReferenceCheck(Documents documents, Defects defects) {
    this.documents = documents;
    this.defects = defects;
  }

  static void check(Documents documents, Defects defects) {
    ReferenceCheck check = new ReferenceCheck(documents, defects);
    for (int i = 0; i < documents.all().size(); i++) {
      Document document = documents.all().get(i);
      check.node(document, document.root(), false);
    }
  }

  private void node(Document document, JsonNode node, boolean named) {
    if (node.isObject()) {
      JsonNode reference = node.get("$ref");
      if (reference != null && reference.isTextual()) {
        reference(document, reference.textValue());
      }
      for (Map.Entry<String, JsonNode> it : node.properties()) {
        JsonNode value = it.getValue();
        String name = it.getKey();
        if (value.isContainerNode() && (named || !isData(name, value))) {
          path.addLast(name);
          node(document, value, !named && NAMED.contains(name));
          path.removeLast();
        }
      }
    } else {
      for (int i = 0; i < node.size(); i++) {
        if (node.get(i).isContainerNode()) {
          path.addLast(String.valueOf(i));
          node(document, node.get(i), false);
          path.removeLast();
        }
      }
    }
  }

  private static boolean isData(String name, JsonNode value) {
    return DATA.contains(name)
        || name.startsWith("x-")
        || name.equals("examples") && value.isArray();
  }

  private void reference(Document document, String reference) {
    Resolution resolution = documents.resolve(document.name() + '#', reference);
    for (int i = 0; resolution.target().isPresent(); i++) {
      References.Target target = resolution.target().get();
      JsonNode next = target.node().path("$ref");
      if (!next.isTextual()) {
        return;
      }
      resolution =
          i < MOST_STEPS
              ? documents.resolve(target.place(), next.textValue())
              : Resolution.none("leads in a circle");
    }
    defects.add(
        place(document), "refers to " + shown(reference) + ", which " + resolution.problem());
  }

  private static String shown(String reference) {
    return reference.length() > 200 ? reference.substring(0, 200) + "…" : reference;
  }

  private String place(Document document) {
    StringBuilder place = new StringBuilder(document.name()).append('#');
    for (String name : path) {
      place.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return place.toString();
  }
}
