package dev.connector.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code tools.json}, {@code resources.json} and the texts beside them say. */
final class Catalogue {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Catalogue() {}

  /** The tools, in the order of the file. */
  static List<ToolText> tools() {
    JsonNode file = json("tools.json");
    Set<String> hidden = new TreeSet<>(texts(file.path("hidden")));
    List<ToolText> tools = new ArrayList<>();
    for (JsonNode tool : file.path("tools")) {
      Set<String> all = new TreeSet<>(hidden);
      all.addAll(texts(tool.path("hidden")));
      tools.add(new ToolText(tool, all));
    }
    return tools;
  }

  /** A JSON document of the class path, by its path or its name in this package. */
  static JsonNode json(String path) {
    try {
      return JSON.readTree(text(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text of the class path. */
  static String text(String path) {
    try (InputStream in = Catalogue.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (Iterator<JsonNode> each = array.elements(); each.hasNext(); ) {
      texts.add(each.next().asText());
    }
    return texts;
  }
}
