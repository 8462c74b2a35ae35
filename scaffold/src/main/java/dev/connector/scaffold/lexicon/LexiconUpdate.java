package dev.connector.scaffold.lexicon;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts the words of a registry's connectors anew and writes them to the lexicon, beside its
 * facts: what was counted before is replaced, so that it may be run at any time. {@code mvn -q
 * -Plexicon -pl scaffold -am process-classes} runs it.
 */
public final class LexiconUpdate {

  private static final String REGISTRY = "\n  \"registry\": ";

  private LexiconUpdate() {}

  /**
   * @param arguments the folder of connectors, and the lexicon's file
   */
  public static void main(String... arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    String before = Files.readString(file);
    String after = updated(before, Path.of(arguments[0]));
    if (!after.equals(before)) {
      Files.writeString(file, after);
    }
    System.out.println((after.equals(before) ? "unchanged: " : "written: ") + file);
  }

  /**
   * The lexicon's text with what the connectors of a folder say.
   *
   * @param connectors has a folder for each connector, with its {@code connector.json}
   */
  static String updated(String lexicon, Path connectors) throws IOException {
    RegistryWords words = new RegistryWords();
    ObjectMapper mapper = new ObjectMapper();
    for (Path definition : definitions(connectors)) {
      words.add(mapper.readTree(definition.toFile()));
    }
    int at = lexicon.indexOf(REGISTRY);
    if (at < 0) {
      throw new IOException("the lexicon has no \"registry\" of its own line");
    }
    return lexicon.substring(0, at) + REGISTRY + written(words.counts(), mapper) + "\n}\n";
  }

  private static List<Path> definitions(Path connectors) throws IOException {
    try (Stream<Path> folders = Files.list(connectors)) {
      return folders
          .map(it -> it.resolve("connector.json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** A line for each kind. */
  private static String written(
      Map<String, ? extends Map<String, Integer>> counts, ObjectMapper mapper) throws IOException {
    StringBuilder text = new StringBuilder("{");
    Iterator<? extends Map.Entry<String, ? extends Map<String, Integer>>> kinds =
        counts.entrySet().iterator();
    while (kinds.hasNext()) {
      Map.Entry<String, ? extends Map<String, Integer>> kind = kinds.next();
      text.append("\n    ").append(mapper.writeValueAsString(kind.getKey())).append(": {");
      String separator = "";
      for (Map.Entry<String, Integer> word : kind.getValue().entrySet()) {
        text.append(separator).append(mapper.writeValueAsString(word.getKey()));
        text.append(": ").append(word.getValue());
        separator = ", ";
      }
      text.append(kinds.hasNext() ? "}," : "}\n  ");
    }
    return text.append('}').toString();
  }
}
