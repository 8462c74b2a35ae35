package dev.connector.cli.agent.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.scaffold.description.ApiContent.Example;
import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.infer.assembly.Explanation;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.render.fixture.Examples;
import dev.connector.scaffold.render.fixture.FixtureMaker;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.ReadResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A connector as it stands between two proposals. Immutable; a proposal gives a new one.
 *
 * @param name the connector's, which no proposal changes
 * @param begun what it was before anything was proposed
 * @param document {@code connector.json}; need not be right
 * @param schemas by path, {@code schemas/charges.json}
 * @param examples exchanges the documentation shows, by operation
 * @param own files that were proposed as they are, by their path in the connector's folder
 * @param open what a person has to see to, says who proposed it
 */
public record Draft(
    String name,
    InferredDefinition begun,
    ObjectNode document,
    Map<String, JsonNode> schemas,
    Map<String, Example> examples,
    SortedMap<String, String> own,
    List<String> open) {

  public Draft {
    Objects.requireNonNull(name);
    Objects.requireNonNull(begun);
    Objects.requireNonNull(document);
    schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
    examples = Collections.unmodifiableMap(new LinkedHashMap<>(examples));
    own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    open = List.copyOf(open);
  }

  /** What a connector begins with, be it inferred, installed or next to nothing. */
  public static Draft of(String name, InferredDefinition begun) {
    return new Draft(
        name,
        begun,
        begun.document().deepCopy().put("name", name),
        begun.schemas(),
        begun.examples(),
        new TreeMap<>(),
        List.of());
  }

  /** A definition that a person or a model wrote, of which nothing was inferred. */
  public static InferredDefinition written(ObjectNode document, Map<String, JsonNode> schemas) {
    Explanation none = new Explanation(document.path("title").asText(), List.of(), List.of());
    return new InferredDefinition(document, schemas, Map.of(), none, List.of(), List.of());
  }

  /**
   * The same with another definition.
   *
   * @param proposed the whole of it; the name in it is ours all the same
   * @param moreSchemas those that are new or changed
   */
  public Draft with(ObjectNode proposed, Map<String, JsonNode> moreSchemas) {
    ObjectNode named = proposed.deepCopy();
    named.put("name", name);
    Map<String, JsonNode> all = new LinkedHashMap<>(begun.schemas());
    all.putAll(schemas);
    all.putAll(moreSchemas);
    all.keySet().removeIf(path -> !isNamed(named, path));
    return new Draft(name, begun, named, all, examples, own, open);
  }

  private static boolean isNamed(ObjectNode document, String path) {
    for (JsonNode resource : document.path("resources")) {
      if (resource.path("schema").asText().equals(path)) {
        return true;
      }
    }
    return false;
  }

  /** The same with exchanges that the documentation shows. */
  public Draft shown(Map<String, Example> more) {
    Map<String, Example> all = new LinkedHashMap<>(examples);
    all.putAll(more);
    return new Draft(name, begun, document, schemas, all, own, open);
  }

  /** The same with what a person has to see to, where anything was said of it. */
  public Draft open(List<String> said) {
    return said.isEmpty() ? this : new Draft(name, begun, document, schemas, examples, own, said);
  }

  /** The same with a file as it was proposed; empty content takes it back. */
  public Draft file(String path, String content) {
    SortedMap<String, String> all = new TreeMap<>(own);
    if (content.isEmpty()) {
      all.remove(path);
    } else {
      all.put(path, content);
    }
    return new Draft(name, begun, document, schemas, examples, all, open);
  }

  /** The definition, or all that is wrong with it. */
  public ReadResult read() {
    return new DefinitionReader(schemas::containsKey).read(document);
  }

  /** What there is to render; a gap that was closed is none any more. */
  public InferredDefinition amended() {
    InferredDefinition amended = begun.amended(document, schemas);
    return new InferredDefinition(
        amended.document(),
        amended.schemas(),
        shownOf(document),
        amended.explanation(),
        amended.gaps(),
        amended.leftOut());
  }

  /** Why examples that were taken are no tests of this draft; a sentence each. */
  public List<String> unusedExamples() {
    return read()
        .definition()
        .map(
            definition -> {
              Map<String, Examples.Answer> answers = new LinkedHashMap<>();
              shownOf(document)
                  .forEach(
                      (operation, it) ->
                          answers.put(operation, new Examples.Answer(it.place(), it.value())));
              return FixtureMaker.make(definition, schemas, new Examples("", "", answers))
                  .notes()
                  .stream()
                  .filter(note -> note.startsWith("the example "))
                  .toList();
            })
        .orElse(List.of());
  }

  /** Examples of operations that there are. */
  private Map<String, Example> shownOf(ObjectNode of) {
    Map<String, Example> there = new LinkedHashMap<>(examples);
    there
        .keySet()
        .removeIf(
            operation -> {
              int dot = operation.lastIndexOf('.');
              return dot < 0
                  || !of.path("resources")
                      .path(operation.substring(0, dot))
                      .path("operations")
                      .has(operation.substring(dot + 1));
            });
    return there;
  }

  /**
   * The connector as the folder that a registry would have, own files in place of rendered ones.
   *
   * @param source where description and documentation are
   * @param sha256 of the description; empty where there is none
   * @throws dev.connector.spec.ConnectorException where the definition is not right
   */
  public Map<String, byte[]> files(String source, String sha256) {
    return withOwn(rendered(source, sha256));
  }

  /** The same without own files. */
  public Map<String, byte[]> rendered(String source, String sha256) {
    return ConnectorDraft.of(amended(), Optional.of(name), source, sha256).files();
  }

  /** Rendered files, with own ones in place of some or beside them. */
  public Map<String, byte[]> withOwn(Map<String, byte[]> rendered) {
    Map<String, byte[]> files = new LinkedHashMap<>(rendered);
    own.forEach((path, content) -> files.put(path, content.getBytes(OwnFiles.CHARSET)));
    return files;
  }
}
