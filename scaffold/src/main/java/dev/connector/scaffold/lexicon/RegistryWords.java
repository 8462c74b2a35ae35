package dev.connector.scaffold.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the words of definitions: each connector that uses a word for something counts once,
 * however often it does.
 */
final class RegistryWords {

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "cursor", "cursorParameter",
          "page", "pageParameter",
          "offset", "offsetParameter",
          "keyset", "keyParameter");

  private final SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();

  /** By kind, then by word, both in order. */
  SortedMap<String, SortedMap<String, Integer>> counts() {
    return counts;
  }

  /**
   * @param definition a {@code connector.json}
   */
  void add(JsonNode definition) {
    Set<Map.Entry<String, String>> words = new LinkedHashSet<>();
    for (JsonNode resource : definition.path("resources")) {
      for (JsonNode operation : resource.path("operations")) {
        operation(operation, words);
      }
      JsonNode incremental = resource.path("incremental");
      String reads = incremental.path("operation").asText("list");
      if (!incremental.path("filter").asText().equals("client")) {
        resource
            .path("operations")
            .path(reads)
            .path("query")
            .properties()
            .forEach(
                it -> {
                  if (it.getValue().asText().equals("{cursor}")) {
                    add(words, "changeParameter", it.getKey());
                  }
                });
      }
    }
    words.forEach(
        it ->
            counts
                .computeIfAbsent(it.getKey(), kind -> new TreeMap<>())
                .merge(it.getValue(), 1, Integer::sum));
  }

  private static void operation(JsonNode operation, Set<Map.Entry<String, String>> words) {
    JsonNode records = operation.path("records");
    String at = records.isTextual() ? records.asText() : records.path("at").asText();
    if (records.isTextual() || !records.path("shape").asText().equals("single")) {
      add(words, "recordsKey", dotted(at));
    }
    JsonNode pagination = operation.path("pagination");
    String type = pagination.path("type").asText();
    if (PARAMETERS.containsKey(type)) {
      add(words, PARAMETERS.get(type), placement(pagination.path("parameter")));
    }
    add(words, "sizeParameter", placement(pagination.path("size").path("parameter")));
    add(words, type.equals("nextLink") ? "nextLink" : "nextToken", source(pagination.path("next")));
    add(words, "moreFlag", source(pagination.path("more")));
    add(words, "totalPages", source(pagination.path("pages")));
    add(words, "totalRecords", source(pagination.path("total")));
  }

  private static void add(Set<Map.Entry<String, String>> words, String kind, String word) {
    if (!word.isEmpty()) {
      words.add(Map.entry(kind, word));
    }
  }

  /** The name of a parameter, wherever it goes; of a place in a body the last part. */
  private static String placement(JsonNode node) {
    for (String place : new String[] {"query", "header", "cookie"}) {
      if (node.has(place)) {
        return node.path(place).asText();
      }
    }
    String body = node.path("body").asText();
    return node.isTextual() ? node.asText() : body.substring(body.lastIndexOf('/') + 1);
  }

  private static String source(JsonNode node) {
    return node.isTextual() ? dotted(node.asText()) : node.path("header").asText();
  }

  private static String dotted(String pointer) {
    return pointer.isEmpty()
        ? ""
        : pointer.substring(1).replace("/", ".").replace("~1", "/").replace("~0", "~");
  }
}
