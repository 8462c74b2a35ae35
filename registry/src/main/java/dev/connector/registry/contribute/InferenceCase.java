package dev.connector.registry.contribute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Origin;
import dev.connector.registry.workspace.ProjectJson;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was corrected in a definition that had been inferred from a description: a case that
 * inference can be scored with.
 *
 * <p>Of a connector that was contributed before, the corrections add up: what was inferred at first
 * stays, what is right now is what the definition says now.
 */
final class InferenceCase {

  /** The file, in the connector's folder of the registry. */
  static final String FILE = "inference.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What no description says, so that inference could not have known. */
  private static final Set<String> GIVEN = Set.of("/name", "/version");

  private record Correction(JsonNode inferred, JsonNode corrected) {}

  private InferenceCase() {}

  /** The file's content; empty where no description is known, or nothing of it was corrected. */
  static Optional<byte[]> of(Origin origin, MappedBack mapped, SortedMap<String, byte[]> registry) {
    JsonNode earlier = object(registry.get(FILE));
    ObjectNode content = ProjectJson.document();
    if (origin instanceof Origin.Rendered rendered && !rendered.description().isEmpty()) {
      content.put("description", shown(rendered)).put("sha256", rendered.sha256());
    } else if (earlier.hasNonNull("description")) {
      content.set("description", earlier.get("description"));
      content.set("sha256", earlier.path("sha256"));
    } else {
      return Optional.empty();
    }
    SortedMap<String, Correction> corrections = new TreeMap<>();
    compare(
        "",
        object(mapped.base().get(Item.DEFINITION)),
        object(mapped.ours().get(Item.DEFINITION)),
        corrections);
    corrections.keySet().removeIf(GIVEN::contains);
    if (corrections.isEmpty()) {
      return Optional.empty();
    }
    addEarlier(earlier, corrections);
    corrections.values().removeIf(it -> it.inferred().equals(it.corrected()));
    ArrayNode list = content.putArray("corrections");
    corrections.forEach(
        (pointer, correction) -> {
          ObjectNode line = list.addObject().put("pointer", pointer);
          put(line, "inferred", correction.inferred());
          put(line, "corrected", correction.corrected());
        });
    return Optional.of(ProjectJson.write(content));
  }

  /** The address; of a file its name alone, since folders are the user's own affair. */
  private static String shown(Origin.Rendered origin) {
    String text = origin.description();
    return text.contains("://") ? text : text.substring(text.lastIndexOf('/') + 1);
  }

  private static void addEarlier(JsonNode earlier, SortedMap<String, Correction> corrections) {
    for (JsonNode line : earlier.path("corrections")) {
      corrections.merge(
          line.path("pointer").asText(),
          new Correction(line.path("inferred"), line.path("corrected")),
          (now, before) -> new Correction(before.inferred(), now.corrected()));
    }
  }

  private static void put(ObjectNode line, String name, JsonNode value) {
    if (!value.isMissingNode()) {
      line.set(name, value);
    }
  }

  private static void compare(
      String pointer, JsonNode before, JsonNode after, Map<String, Correction> corrections) {
    if (before.equals(after)) {
      return;
    }
    boolean objects = before.isObject() && after.isObject();
    boolean arrays = before.isArray() && after.isArray() && before.size() == after.size();
    if (objects) {
      TreeSet<String> names = new TreeSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        compare(
            pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
            before.path(name),
            after.path(name),
            corrections);
      }
    } else if (arrays) {
      for (int i = 0; i < before.size(); i++) {
        compare(pointer + "/" + i, before.get(i), after.get(i), corrections);
      }
    } else {
      corrections.put(pointer, new Correction(before, after));
    }
  }

  /** What is no object says nothing; that it is broken is for validation to tell. */
  private static JsonNode object(byte[] content) {
    try {
      JsonNode node = content == null ? MissingNode.getInstance() : JSON.readTree(content);
      return node.isObject() ? node : MissingNode.getInstance();
    } catch (IOException malformed) {
      return MissingNode.getInstance();
    }
  }
}
