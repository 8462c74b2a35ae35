package dev.connector.scaffold.infer.assembly;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.access.Access;
import dev.connector.scaffold.infer.graph.Outlines;
import dev.connector.scaffold.infer.judgement.Judgement;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.ConnectorException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a definition of what was inferred.
 *
 * @param judgements by operation, in the order of the document
 */
public record Assembly(
    ApiDescription description,
    Map<ApiOperation, Judgement> judgements,
    Outlines outlines,
    Access access,
    Lexicon lexicon) {

  public Assembly {
    judgements = Collections.unmodifiableMap(new LinkedHashMap<>(judgements));
  }

  /**
   * @throws ConnectorException where nothing that was selected can be read, or where a selection
   *     names what is not there
   */
  public InferredDefinition definition(Selection selection) {
    Draft draft = new Draft(this, selection);
    return draft.definition();
  }
}
