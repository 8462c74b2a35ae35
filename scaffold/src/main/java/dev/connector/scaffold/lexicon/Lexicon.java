package dev.connector.scaffold.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that APIs use for the same thing, weighted by how many do, and phrases that give a meaning
 * away. Words are compared without regard to case and to what stands between their parts: {@code
 * pageToken}, {@code page_token} and {@code page[token]} are one word.
 */
public final class Lexicon {

  private final Map<String, Map<String, Integer>> words;
  private final Map<String, List<String>> phrases;

  private Lexicon(Map<String, Map<String, Integer>> words, Map<String, List<String>> phrases) {
    this.words = Collections.unmodifiableMap(words);
    this.phrases = Collections.unmodifiableMap(phrases);
  }

  /** The one that comes with the product. */
  public static Lexicon standard() {
    return of(file(), true);
  }

  /** The facts alone, without what was counted in the registry's connectors. */
  public static Lexicon facts() {
    return of(file(), false);
  }

  /** One of a file. */
  public static Lexicon read(Path file) throws IOException {
    return of(new ObjectMapper().readTree(file.toFile()), true);
  }

  private static JsonNode file() {
    try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Lexicon of(JsonNode file, boolean registry) {
    Map<String, Map<String, Integer>> words = new LinkedHashMap<>();
    add(file.path("facts"), words);
    add(file.path("judgements"), words);
    if (registry) {
      add(file.path("registry"), words);
    }
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    file.path("phrases")
        .properties()
        .forEach(
            kind -> {
              List<String> texts = new ArrayList<>();
              kind.getValue().forEach(it -> texts.add(it.asText()));
              phrases.put(kind.getKey(), List.copyOf(texts));
            });
    return new Lexicon(words, phrases);
  }

  private static void add(JsonNode kinds, Map<String, Map<String, Integer>> words) {
    for (Map.Entry<String, JsonNode> kind : kinds.properties()) {
      Map<String, Integer> weights =
          words.computeIfAbsent(kind.getKey(), it -> new LinkedHashMap<>());
      kind.getValue()
          .properties()
          .forEach(it -> weights.merge(key(it.getKey()), it.getValue().asInt(), Integer::sum));
    }
  }

  /** Words by kind ({@code cursorParameter}), in the form in which they are compared. */
  public Map<String, Map<String, Integer>> words() {
    return words;
  }

  /** The words of a kind with their weights, in the order of the file. */
  public Map<String, Integer> words(String kind) {
    return Collections.unmodifiableMap(words.getOrDefault(kind, Map.of()));
  }

  /**
   * How many APIs use a word for something, or how much it says about it, below zero against it; 0
   * where nothing is known.
   */
  public int weight(String kind, String word) {
    return words.getOrDefault(kind, Map.of()).getOrDefault(key(word), 0);
  }

  /** Whether it is among the words of a kind, with whatever weight. */
  public boolean knows(String kind, String word) {
    return words.getOrDefault(kind, Map.of()).containsKey(key(word));
  }

  /**
   * The first phrase of a kind that is in a text.
   *
   * @param text in small letters
   */
  public Optional<String> phrase(String kind, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (String phrase : phrases.getOrDefault(kind, List.of())) {
      if (text.contains(phrase)) {
        return Optional.of(phrase);
      }
    }
    return Optional.empty();
  }

  /** A word as it is compared: letters and digits in small letters. */
  static String key(String word) {
    StringBuilder key = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }
}
