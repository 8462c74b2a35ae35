package dev.connector.scaffold.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A body in one format.
 *
 * @param type the media type, as written
 * @param schema empty where the document has none
 * @param examples the document's own, in its order
 */
public record ApiContent(String type, Optional<ApiSchema> schema, List<Example> examples) {

  public ApiContent {
    examples = List.copyOf(examples);
  }

  /**
   * @param place where it is in the document
   */
  public record Example(String place, JsonNode value) {}

  /** Whether it is JSON; {@code *}{@code /*} is taken for JSON, too. */
  public boolean isJson() {
    String bare = type.toLowerCase(Locale.ROOT);
    return bare.contains("json") || bare.startsWith("*/*");
  }
}
