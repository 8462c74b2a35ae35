package dev.connector.scaffold.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.openapi.source.Location;
import java.util.HashMap;
import java.util.Map;

/**
 * One file of a description.
 *
 * @param name what its places begin with: empty for the first, {@code schemas/user.yaml}
 * @param anchors schemas that have names of their own ({@code $anchor}, {@code $id}), by name
 * @param resolved references that were followed from it before
 */
record Document(
    String name,
    Location location,
    JsonNode root,
    Map<String, String> anchors,
    Map<String, Resolution> resolved) {

  Document(String name, Location location, JsonNode root) {
    this(name, location, root, Anchors.of(root), new HashMap<>());
  }
}
