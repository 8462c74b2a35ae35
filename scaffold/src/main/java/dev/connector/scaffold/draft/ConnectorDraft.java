package dev.connector.scaffold.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.infer.fact.Gap;
import dev.connector.scaffold.render.ConnectorRenderer;
import dev.connector.scaffold.render.ConnectorSource;
import dev.connector.scaffold.render.fixture.Examples;
import dev.connector.scaffold.render.fixture.FixtureMaker;
import dev.connector.scaffold.render.fixture.Fixtures;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** The version of the templates; another gives other files for the same input. */
  public static final String TEMPLATES = "1";

  /**
   * Renders what was inferred.
   *
   * @param name the connector's name; empty for the one that was inferred
   * @param address where the description is
   * @param sha256 of the description
   */
  public static ConnectorDraft of(
      InferredDefinition inferred, Optional<String> name, String address, String sha256) {
    InferredDefinition named = name.map(it -> named(inferred, it)).orElse(inferred);
    Definition definition =
        new DefinitionReader(named.schemas()::containsKey)
            .read(named.document())
            .orThrow("the definition made of the description");
    Fixtures fixtures =
        FixtureMaker.make(
            definition, named.schemas(), new Examples(address, sha256, answers(named)));
    List<String> open = new ArrayList<>(named.gaps().stream().map(ConnectorDraft::line).toList());
    open.addAll(fixtures.notes());
    ConnectorSource rendered =
        new ConnectorSource(named.document(), definition, named.schemas(), fixtures.files(), open);
    return new ConnectorDraft(named, definition, new ConnectorRenderer().render(rendered));
  }

  private static Map<String, Examples.Answer> answers(InferredDefinition inferred) {
    Map<String, Examples.Answer> answers = new LinkedHashMap<>();
    inferred
        .examples()
        .forEach(
            (operation, it) -> answers.put(operation, new Examples.Answer(it.place(), it.value())));
    return answers;
  }

  /** A gap as a line of the README. */
  private static String line(Gap gap) {
    String either =
        gap.alternatives().isEmpty() ? "" : " (" + String.join(", or ", gap.alternatives()) + ")";
    return gap.subject()
        + ": "
        + gap.question()
        + either
        + " "
        + gap.edit().pointer()
        + ": "
        + gap.edit().value();
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
