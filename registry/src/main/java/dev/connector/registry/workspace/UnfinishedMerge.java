package dev.connector.registry.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.registry.workspace.change.Undo;
import dev.connector.registry.workspace.merge.ThreeWay;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code .connectors/merge.json}: an update that left overlaps for the user to resolve.
 *
 * @param title the operation, as undo names it
 * @param paths the files with marked overlaps
 */
public record UnfinishedMerge(String title, List<String> paths) {

  /** Where it is, relative to the project. */
  public static final String PATH = ".connectors/merge.json";

  public UnfinishedMerge {
    Objects.requireNonNull(title);
    paths = List.copyOf(paths);
  }

  /** The one a project is in the middle of. */
  public static Optional<UnfinishedMerge> read(ProjectTree tree) {
    return tree.read(PATH).map(UnfinishedMerge::parse);
  }

  /** Fails with kind CONFLICT where overlaps of an earlier update are still to be resolved. */
  public static void requireNone(ProjectTree tree) {
    read(tree)
        .ifPresent(
            merge -> {
              throw new ConnectorException(
                  Kind.CONFLICT,
                  "\"%s\" left overlaps to resolve; nothing was written\n%s"
                      .formatted(merge.title(), String.join("\n", merge.paths())),
                  "resolve them, then run: connector update --continue"
                      + " (or take the update back: connector update --abort)");
            });
  }

  /** The files in which a marked overlap still stands. */
  public List<String> unresolved(ProjectTree tree) {
    return paths.stream()
        .filter(path -> tree.read(path).map(UnfinishedMerge::isMarked).orElse(false))
        .toList();
  }

  /** What ends it: the list of overlaps goes, everything else stays. */
  public Plan end(ProjectTree tree) {
    return new Plan(
        title + " --continue",
        tree.read(PATH).map(content -> new Change.Delete(PATH, content)).stream()
            .map(Change.class::cast)
            .toList());
  }

  /**
   * What takes the update back, the attempts at resolving included; undo brings those back again.
   *
   * @throws ConnectorException of kind CONFLICT where other files were edited since, naming them;
   *     of kind FAILED where this copy of the project does not know how it was before
   */
  public Plan abort(ProjectTree tree) {
    Undo undo =
        tree.undo()
            .filter(it -> it.operation().paths().contains(PATH))
            .orElseThrow(
                () ->
                    new ConnectorException(
                        Kind.FAILED,
                        "this copy of the project does not know how it was before \""
                            + title
                            + "\"",
                        "go back by version control, or resolve: connector update --continue"));
    List<String> others = undo.edited().stream().filter(path -> !paths.contains(path)).toList();
    if (!others.isEmpty()) {
      throw new ConnectorException(
          Kind.CONFLICT,
          "\"%s\" cannot be taken back, because files were edited since; nothing was written\n%s"
              .formatted(title, String.join("\n", others)),
          "put these files back as they were, keeping what you want of them elsewhere");
    }
    List<Change> changes = new ArrayList<>(undo.changes());
    for (String path : undo.edited()) {
      Change.between(path, tree.read(path), tree.before(undo.operation(), path))
          .ifPresent(changes::add);
    }
    return new Plan(title + " --abort", changes);
  }

  private static boolean isMarked(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1)
        .lines()
        .anyMatch(
            line ->
                line.startsWith(ThreeWay.OURS + ThreeWay.YOURS)
                    || line.startsWith(ThreeWay.THEIRS));
  }

  private static UnfinishedMerge parse(byte[] json) {
    JsonNode root = ProjectJson.read(PATH, json);
    List<String> paths = new ArrayList<>();
    root.path("files").forEach(path -> paths.add(path.asText()));
    return new UnfinishedMerge(root.path("title").asText(), paths);
  }

  byte[] toJson() {
    ObjectNode root = ProjectJson.document().put("title", title);
    ArrayNode files = root.putArray("files");
    paths.forEach(files::add);
    return ProjectJson.write(root);
  }
}
