package dev.connector.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.registry.source.NearMatches;
import dev.connector.runtime.connector.Description;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which resources a run reads, parents before children, and with which arguments.
 *
 * @param resources in the order to read them
 * @param leftOut resources that nobody asked for and that cannot be read without being told more,
 *     with the reason
 * @param arguments what the user said, by name
 */
public record Selection(
    List<Description.Resource> resources,
    Map<String, String> leftOut,
    Map<String, JsonNode> arguments) {

  public Selection {
    resources = List.copyOf(resources);
    arguments = Map.copyOf(arguments);
  }

  /**
   * The selection that a user's words mean.
   *
   * @param named resources; all that need no telling if none is named
   * @param arguments {@code name=value} each; a name that comes again makes a list
   * @throws ConnectorException of kind USAGE that tells everything that is missing or unknown
   */
  public static Selection of(
      Definition definition, Description description, List<String> named, List<String> arguments) {
    Map<String, Description.Resource> all = new LinkedHashMap<>();
    description.resources().forEach(it -> all.put(it.name(), it));
    Map<String, JsonNode> given = arguments(arguments);
    Map<String, String> leftOut = new LinkedHashMap<>();
    Set<String> chosen = new LinkedHashSet<>(named);
    chosen.forEach(name -> requireKnown(name, all.keySet()));
    List<String> lacking = new ArrayList<>();
    for (Description.Resource resource : all.values()) {
      String reason = reason(definition, resource, given.keySet());
      if (named.isEmpty() && reason.isEmpty()) {
        chosen.add(resource.name());
      } else if (named.isEmpty()) {
        leftOut.put(resource.name(), reason);
      } else if (chosen.contains(resource.name()) && !reason.isEmpty()) {
        lacking.add(resource.name() + " " + reason);
      }
    }
    if (!lacking.isEmpty()) {
      throw usage(String.join("; ", lacking), "leave it out, or add what it needs");
    }
    Selection selection = new Selection(ordered(chosen, all), leftOut, given);
    selection.requireUsed(definition);
    return selection;
  }

  /** The arguments that reading a resource takes, of those given. */
  public Map<String, JsonNode> argumentsOf(Definition definition, String resource) {
    Set<String> taken = taken(definition, resource);
    return arguments.entrySet().stream()
        .filter(it -> taken.contains(it.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void requireUsed(Definition definition) {
    Set<String> known = new TreeSet<>();
    resources.forEach(it -> known.addAll(taken(definition, it.name())));
    for (String name : arguments.keySet()) {
      if (!known.contains(name)) {
        throw usage(
            "no resource that is read has an argument \"" + name + "\"", meant(name, known));
      }
    }
  }

  /** Why a resource cannot be read as it is; empty where it can. */
  private static String reason(
      Definition definition, Description.Resource resource, Collection<String> given) {
    Reading reading = definition.resources().get(resource.name()).reading();
    if (reading.operation().isEmpty() && reading.incremental().isEmpty()) {
      return "can be called, but not read";
    }
    List<String> missing =
        resource.arguments().stream().filter(name -> !given.contains(name)).toList();
    return missing.isEmpty()
        ? ""
        : "needs "
            + missing.stream()
                .map(name -> "--argument " + name + "=...")
                .collect(Collectors.joining(" "));
  }

  private static Set<String> taken(Definition definition, String resource) {
    var declared = definition.resources().get(resource);
    return declared
        .reading()
        .incremental()
        .map(Incremental::operation)
        .or(() -> declared.reading().operation())
        .map(operation -> declared.operations().get(operation).arguments().keySet())
        .orElse(Set.of());
  }

  private static List<Description.Resource> ordered(
      Set<String> chosen, Map<String, Description.Resource> all) {
    List<Description.Resource> ordered = new ArrayList<>();
    Set<String> left = new LinkedHashSet<>(chosen);
    while (!left.isEmpty()) {
      String next =
          left.stream()
              .filter(name -> all.get(name).parent().filter(left::contains).isEmpty())
              .findFirst()
              .orElseThrow();
      ordered.add(all.get(next));
      left.remove(next);
    }
    return ordered;
  }

  /** What {@code name=value} pairs say; a name that comes again makes a list. */
  public static Map<String, JsonNode> arguments(List<String> written) {
    Map<String, JsonNode> arguments = new LinkedHashMap<>();
    for (String pair : written) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw usage("\"" + pair + "\" is no name=value", "write --argument name=value");
      }
      TextNode value = TextNode.valueOf(pair.substring(equals + 1));
      arguments.merge(pair.substring(0, equals), value, Selection::both);
    }
    return arguments;
  }

  private static JsonNode both(JsonNode before, JsonNode more) {
    ArrayNode list =
        before instanceof ArrayNode array
            ? array.deepCopy()
            : JsonNodeFactory.instance.arrayNode().add(before);
    return list.add(more);
  }

  /** Refuses names of resources that a definition does not have. */
  public static void requireKnown(List<String> names, Definition definition) {
    names.forEach(name -> requireKnown(name, definition.resources().keySet()));
  }

  private static void requireKnown(String name, Set<String> known) {
    if (!known.contains(name)) {
      throw usage("there is no resource \"" + name + "\"", meant(name, known));
    }
  }

  private static String meant(String name, Collection<String> known) {
    List<String> near = NearMatches.of(name, known);
    return near.isEmpty()
        ? known.isEmpty() ? "none is known" : "there is " + String.join(", ", known)
        : "did you mean \"" + String.join("\" or \"", near) + "\"?";
  }

  private static ConnectorException usage(String message, String hint) {
    return new ConnectorException(ConnectorException.Kind.USAGE, message, hint);
  }
}
