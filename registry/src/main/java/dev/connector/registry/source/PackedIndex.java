package dev.connector.registry.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a packed registry says about itself, so that it is listed without being read.
 *
 * @param commit the commit it was packed at; may be empty
 * @param repository the git URL it comes from; may be empty
 * @param trees git's tree id of each entry's files
 */
record PackedIndex(String commit, String repository, Map<CatalogEntry, String> trees) {

  static final String FILE = "index.json";

  PackedIndex {
    trees = new LinkedHashMap<>(trees);
  }

  static PackedIndex read(byte[] content) {
    JsonNode json = Json.object(FILE, content);
    Map<CatalogEntry, String> trees = new LinkedHashMap<>();
    for (JsonNode item : json.path("items")) {
      List<String> languages = new ArrayList<>();
      item.path("languages").forEach(language -> languages.add(language.asText()));
      CatalogEntry entry =
          new CatalogEntry(
              item.path("name").asText(),
              Item.Kind.valueOf(item.path("kind").asText()),
              item.path("version").asText(),
              item.path("title").asText(),
              item.path("description").asText(),
              languages);
      trees.put(entry, item.path("tree").asText());
    }
    return new PackedIndex(json.path("commit").asText(), json.path("repository").asText(), trees);
  }

  byte[] write() throws IOException {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("format", 1).put("commit", commit).put("repository", repository);
    ArrayNode items = json.putArray("items");
    trees.forEach(
        (entry, tree) -> {
          ObjectNode item = items.addObject();
          item.put("name", entry.name())
              .put("kind", entry.kind().name())
              .put("version", entry.version())
              .put("title", entry.title())
              .put("description", entry.description())
              .put("tree", tree);
          entry.languages().forEach(item.withArray("languages")::add);
        });
    return Json.MAPPER.writeValueAsBytes(json);
  }
}
