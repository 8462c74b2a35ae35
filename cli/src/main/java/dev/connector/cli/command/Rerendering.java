package dev.connector.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.source.Item;
import dev.connector.registry.source.Origin;
import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.Pristine;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.merge.ThreeWay;
import dev.connector.registry.workspace.merge.ThreeWay.Merged;
import dev.connector.registry.workspace.merge.ThreeWay.Outcome;
import dev.connector.scaffold.draft.ConnectorDraft;
import dev.connector.scaffold.infer.assembly.Explanation;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.reader.DefinitionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Renders a connector of a project anew. Its code follows the definition as the user has edited it,
 * while the definition itself stays what was inferred, so that the edits stay the user's.
 */
final class Rerendering {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProjectTree tree;
  private final String name;
  private final Lock.Entry entry;
  private final SortedMap<String, byte[]> pristine;

  Rerendering(ProjectTree tree, String name, Lock.Entry entry) {
    this.tree = tree;
    this.name = name;
    this.entry = entry;
    this.pristine = Pristine.read(tree, name, entry);
  }

  /**
   * The connector made of what was inferred just now.
   *
   * @param source where the description is, for those who read of it
   */
  Item of(InferredDefinition inferred, String source, Origin.Rendered origin) {
    return Item.rendered(name, files(inferred, source, origin), origin);
  }

  private Map<String, byte[]> files(
      InferredDefinition inferred, String source, Origin.Rendered origin) {
    ConnectorDraft fresh = ConnectorDraft.of(inferred, Optional.of(name), source, origin.sha256());
    Map<String, byte[]> files = new LinkedHashMap<>(fresh.files());
    amended(fresh)
        .ifPresent(
            edited -> {
              files.putAll(
                  ConnectorDraft.of(edited, Optional.of(name), source, origin.sha256()).files());
              fresh.files().keySet().stream()
                  .filter(Item::isDefinition)
                  .forEach(path -> files.put(path, fresh.files().get(path)));
            });
    return files;
  }

  /** The connector made of its own definition, where there is no description to read again. */
  Item ofDefinition(Origin.Rendered origin) {
    Map<String, JsonNode> schemas = new HashMap<>();
    pristine.forEach(
        (path, content) -> {
          if (path.startsWith(here("schemas/"))) {
            schemas.put(path.substring(here("").length()), object(path, content));
          }
        });
    KeptExamples kept = KeptExamples.of(fixtures());
    InferredDefinition begun =
        new InferredDefinition(
            object(here(Item.DEFINITION), pristine.get(here(Item.DEFINITION))),
            schemas,
            kept.examples(),
            new Explanation(name, List.of(), List.of()),
            List.of(),
            List.of());
    Map<String, byte[]> files = files(begun, kept.source(), origin);
    // What was assumed when it was begun stands in the first README alone.
    files.put("README.md", pristine.get(here("README.md")));
    return Item.rendered(name, files, origin);
  }

  /** What was shown when it was made, which nothing else remembers. */
  private List<JsonNode> fixtures() {
    List<JsonNode> fixtures = new ArrayList<>();
    entry
        .files()
        .forEach(
            (path, file) -> {
              if (file.from().startsWith("fixtures/")) {
                fixtures.add(object(path, pristine.get(path)));
              }
            });
    return fixtures;
  }

  /** What was inferred, with the user's edits; empty where there are none, or none that fit. */
  private Optional<InferredDefinition> amended(ConnectorDraft fresh) {
    ObjectNode document = fresh.inferred().document();
    Map<String, JsonNode> schemas = new LinkedHashMap<>(fresh.inferred().schemas());
    boolean edited = false;
    for (String path : fresh.files().keySet()) {
      byte[] theirs = fresh.files().get(path);
      if (!Item.isDefinition(path)) {
        continue;
      }
      Merged merged =
          new ThreeWay(
                  Optional.ofNullable(pristine.get(here(path))),
                  tree.read(here(path)),
                  Optional.of(theirs))
              .merged(name);
      if (merged.outcome() == Outcome.OVERLAP || merged.outcome() == Outcome.NOT_TEXT) {
        return Optional.empty();
      }
      if (merged.content().isPresent() && !Arrays.equals(merged.content().get(), theirs)) {
        ObjectNode content = object(here(path), merged.content().get());
        edited = true;
        if (path.equals(Item.DEFINITION)) {
          document = content;
        } else {
          schemas.put(path, content);
        }
      }
    }
    for (String path : ownSchemas(fresh)) {
      tree.read(here(path)).ifPresent(content -> schemas.put(path, object(here(path), content)));
    }
    if (!edited) {
      return Optional.empty();
    }
    // What is wrong now is in the user's file, and is to be mended there.
    new DefinitionReader(schemas::containsKey)
        .read(document)
        .orThrow(here(Item.DEFINITION) + ", as you edited it,");
    return Optional.of(fresh.inferred().amended(document, schemas));
  }

  /** Schemas that the user has added, for resources that the user has added. */
  private List<String> ownSchemas(ConnectorDraft fresh) {
    Path folder = tree.root().resolve(here("schemas"));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> "schemas/" + file.getFileName())
          .filter(path -> path.endsWith(".json") && !fresh.files().containsKey(path))
          .filter(path -> !pristine.containsKey(here(path)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String here(String path) {
    return ProjectTree.FOLDER + "/" + name + "/" + path;
  }

  private ObjectNode object(String path, byte[] content) {
    try {
      if (JSON.readTree(content) instanceof ObjectNode object) {
        return object;
      }
      throw unreadable(path, "it holds no object");
    } catch (IOException malformed) {
      throw unreadable(path, "it is not valid JSON");
    }
  }

  private ConnectorException unreadable(String path, String reason) {
    return new ConnectorException(
        ConnectorException.Kind.FAILED,
        path + " cannot be used: " + reason + "; nothing was written",
        "see where: connector validate " + name);
  }
}
