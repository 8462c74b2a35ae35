package dev.connector.spec.definition.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a document declares, taken from the bare tree: references resolve also where the thing
 * referred to is itself malformed, so that one mistake is reported once.
 */
record Names(JsonNode root) {

  String connector() {
    return root.path("name").asText();
  }

  Set<String> resources() {
    return keys(root.path("resources"));
  }

  Set<String> operations(String resource) {
    return keys(root.path("resources").path(resource).path("operations"));
  }

  /** Settings that always have a value, or those that may have none. */
  Set<String> settings(boolean certain) {
    Set<String> names = keys(root.path("settings"));
    names.removeIf(name -> certain != hasValue(root.path("settings").path(name), true));
    return names;
  }

  /** Settings that are never shown. */
  Set<String> secrets() {
    Set<String> names = keys(root.path("settings"));
    names.removeIf(name -> !root.path("settings").path(name).path("secret").asBoolean());
    return names;
  }

  /** Arguments that always have a value, or those that may have none. */
  static Set<String> arguments(JsonNode operation, boolean certain) {
    JsonNode arguments = operation.path("arguments");
    Set<String> names = keys(arguments);
    names.removeIf(name -> certain != hasValue(arguments.path(name), false));
    return names;
  }

  /** The placeholders that a resource's parent, its parent and so on give a value. */
  Set<String> bound(String resource) {
    Set<String> names = new TreeSet<>();
    for (String ancestor : lineage(resource)) {
      names.addAll(keys(root.path("resources").path(ancestor).path("parent").path("bind")));
    }
    return names;
  }

  /** Whether following parents leads back to the resource. */
  boolean isItsOwnAncestor(String resource) {
    String last = null;
    for (String ancestor : lineage(resource)) {
      last = ancestor;
    }
    return resource.equals(parent(last));
  }

  private Set<String> lineage(String resource) {
    Set<String> lineage = new LinkedHashSet<>();
    for (String next = resource; next != null && lineage.add(next); next = parent(next)) {
      // add() ends the walk at the first resource seen twice.
    }
    return lineage;
  }

  private String parent(String resource) {
    return root.path("resources").path(resource).path("parent").path("resource").textValue();
  }

  private static boolean hasValue(JsonNode declaration, boolean requiredUnlessSaid) {
    return declaration.has("default") || declaration.path("required").asBoolean(requiredUnlessSaid);
  }

  private static Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
