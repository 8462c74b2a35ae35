package dev.connector.scaffold.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.render.ConnectorRenderer;
import dev.connector.scaffold.render.ConnectorSource;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.util.Map;
import java.util.Optional;

/**
 * A connector that was made here, as the folder that a registry would have.
 *
 * @param inferred what it was made of
 * @param files by path, with forward slashes; the same input gives the same bytes
 */
public record ConnectorDraft(
    InferredDefinition inferred, Definition definition, Map<String, byte[]> files) {

  /**
   * Renders what was inferred.
   *
   * @param name the connector's name; empty for the one that was inferred
   */
  public static ConnectorDraft of(InferredDefinition inferred, Optional<String> name) {
    InferredDefinition named = name.map(it -> named(inferred, it)).orElse(inferred);
    Definition definition =
        new DefinitionReader(named.schemas()::containsKey)
            .read(named.document())
            .orThrow("the definition made of the description");
    ConnectorSource source =
        new ConnectorSource(named.document(), definition, named.schemas(), Map.of());
    return new ConnectorDraft(named, definition, new ConnectorRenderer().render(source));
  }

  private static InferredDefinition named(InferredDefinition inferred, String name) {
    ObjectNode document = inferred.document().deepCopy();
    document.put("name", name);
    return new InferredDefinition(
        document,
        inferred.schemas(),
        inferred.examples(),
        inferred.explanation(),
        inferred.gaps(),
        inferred.leftOut());
  }
}
