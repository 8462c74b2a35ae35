package dev.connector.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.scaffold.description.ApiContent.Example;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exchanges that a connector was shown when it was made, as its fixtures have them.
 *
 * @param source where they are from
 * @param examples by operation
 */
record KeptExamples(String source, Map<String, Example> examples) {

  private static final Pattern PLACE = Pattern.compile("own example \\((.*?)\\)\\. The request");

  KeptExamples {
    examples = Map.copyOf(examples);
  }

  /** Those of fixtures that say that they are documented; what was made up is made up again. */
  static KeptExamples of(List<JsonNode> fixtures) {
    Map<String, Example> examples = new TreeMap<>();
    String source = "";
    for (JsonNode fixture : fixtures) {
      Matcher place = PLACE.matcher(fixture.path("note").asText());
      if (fixture.path("kind").asText().equals("documented") && place.find()) {
        source = fixture.path("source").asText();
        for (JsonNode exchange : fixture.path("exchanges")) {
          if (!exchange.has("kind")) {
            examples.put(
                fixture.path("operation").asText(),
                new Example(place.group(1), exchange.at("/response/body")));
          }
        }
      }
    }
    return new KeptExamples(source, examples);
  }
}
