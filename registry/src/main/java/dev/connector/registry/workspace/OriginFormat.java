package dev.connector.registry.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.source.Origin;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An origin as JSON: what has a {@code registry} comes from one. */
public final class OriginFormat {

  private OriginFormat() {}

  /** As it stands in the lock, and in what commands print for programs. */
  public static ObjectNode write(Origin origin) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (origin instanceof Origin.Registered registered) {
      node.put("registry", registered.registry())
          .put("ref", registered.ref())
          .put("commit", registered.commit());
    } else if (origin instanceof Origin.Rendered rendered) {
      node.put("description", rendered.description())
          .put("sha256", rendered.sha256())
          .put("templates", rendered.templates());
      if (!rendered.selection().isEmpty()) {
        ObjectNode selection = node.putObject("selection");
        rendered
            .selection()
            .forEach((kind, chosen) -> chosen.forEach(selection.withArray(kind)::add));
      }
    }
    return node.put("tree", origin.tree());
  }

  static Origin read(JsonNode node) {
    String tree = node.path("tree").asText();
    return node.has("templates")
        ? new Origin.Rendered(
            node.path("description").asText(),
            node.path("sha256").asText(),
            selection(node.path("selection")),
            node.path("templates").asText(),
            tree)
        : new Origin.Registered(
            node.path("registry").asText(),
            node.path("ref").asText(),
            node.path("commit").asText(),
            tree);
  }

  private static SortedMap<String, List<String>> selection(JsonNode node) {
    SortedMap<String, List<String>> selection = new TreeMap<>();
    node.properties()
        .forEach(
            kind ->
                selection.put(
                    kind.getKey(), kind.getValue().valueStream().map(JsonNode::asText).toList()));
    return selection;
  }
}
