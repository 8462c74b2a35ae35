package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiContent;
import dev.connector.scaffold.infer.fact.Gap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A definition made from a description, and all there is to say about it.
 *
 * @param document {@code connector.json}, which reads without an error
 * @param schemas JSON Schemas by the name of their file, {@code schemas/charges.json}
 * @param examples the document's own example of an answer, by operation, {@code charges.list}
 * @param explanation why each part is as it is
 * @param gaps what the document leaves open; the same question about several operations is one gap
 * @param leftOut what is not in the definition, and why; a sentence each
 */
public record InferredDefinition(
    ObjectNode document,
    Map<String, JsonNode> schemas,
    Map<String, ApiContent.Example> examples,
    Explanation explanation,
    List<Gap> gaps,
    List<String> leftOut) {

  public InferredDefinition {
    schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
    examples = Collections.unmodifiableMap(new LinkedHashMap<>(examples));
    gaps = List.copyOf(gaps);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The same, with what a person has made of the document; what they settled is no gap any more.
   */
  public InferredDefinition amended(ObjectNode edited, Map<String, JsonNode> editedSchemas) {
    List<Gap> open =
        gaps.stream().filter(gap -> at(document, gap).equals(at(edited, gap))).toList();
    return new InferredDefinition(edited, editedSchemas, examples, explanation, open, leftOut);
  }

  private static JsonNode at(ObjectNode document, Gap gap) {
    return gap.edit().pointer().startsWith("/")
        ? document.at(gap.edit().pointer())
        : MissingNode.getInstance();
  }
}
