package dev.connector.scaffold.infer.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.infer.judgement.Judgement;
import dev.connector.spec.ConnectorException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a definition of judgements. */
public final class Assembly {

  private final ApiDescription description;
  private final List<Judgement> judgements;

  public Assembly(ApiDescription description, List<Judgement> judgements) {
    this.description = description;
    this.judgements = List.copyOf(judgements);
  }

  /**
   * @throws ConnectorException where nothing that was selected can be read, or where a selection
   *     names what is not there
   */
  public InferredDefinition definition(Selection selection) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("format", 1);
    ObjectNode resources = JsonNodeFactory.instance.objectNode();
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    if (resources.isEmpty()) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "\""
              + description.info().title()
              + "\" has no operation that returns records, among "
              + judgements.size()
              + (selection.equals(Selection.everything()) ? "" : " of which some were selected"),
          "describe the resource by hand: connector new <name>");
    }
    return new InferredDefinition(
        document,
        schemas,
        Map.of(),
        new Explanation(description.info().title(), List.of(), List.of()),
        List.of(),
        List.of());
  }
}
