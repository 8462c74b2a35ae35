package dev.connector.scaffold.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words that APIs use for the same thing, weighted by how many do.
 *
 * @param words by kind ({@code cursorParameter}), then by word
 */
public record Lexicon(Map<String, Map<String, Integer>> words) {

  public Lexicon {
    Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
    words.forEach(
        (kind, weights) ->
            copy.put(kind, Collections.unmodifiableMap(new LinkedHashMap<>(weights))));
    words = Collections.unmodifiableMap(copy);
  }

  /** The one that comes with the product. */
  public static Lexicon standard() {
    try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.json")) {
      return of(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Lexicon of(JsonNode file) {
    Map<String, Map<String, Integer>> words = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> kind : file.path("words").properties()) {
      Map<String, Integer> weights = new LinkedHashMap<>();
      kind.getValue().properties().forEach(it -> weights.put(it.getKey(), it.getValue().asInt()));
      words.put(kind.getKey(), weights);
    }
    return new Lexicon(words);
  }

  /** How many APIs use a word for something; 0 where none is known to. */
  public int weight(String kind, String word) {
    return words.getOrDefault(kind, Map.of()).getOrDefault(word, 0);
  }
}
