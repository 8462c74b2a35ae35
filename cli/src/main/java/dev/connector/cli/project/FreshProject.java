package dev.connector.cli.project;

import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.ProjectDetector;
import dev.connector.registry.workspace.change.Change;
import dev.connector.registry.workspace.change.Operation;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.scaffold.render.NewProject;
import dev.connector.scaffold.render.ProjectRenderer;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project that is still to be made. It is drafted in a temporary folder, where changes to it can
 * be planned as for any other; what is written in the end is one plan that makes both.
 */
public final class FreshProject implements Workplace {

  private final Path folder;
  private final Path draft;
  private final Map<String, byte[]> files;
  private final Project project;

  private FreshProject(Path folder, Path draft, Map<String, byte[]> files, Project project) {
    this.folder = folder;
    this.draft = draft;
    this.files = files;
    this.project = project;
  }

  /**
   * Drafts a project.
   *
   * @param folder where it is to be; empty or missing
   */
  public static FreshProject draft(Path folder, ProjectDetector.Overrides overrides) {
    String name = String.valueOf(folder.getFileName());
    NewProject wanted =
        overrides.basePackage().map(own -> NewProject.in(name, own)).orElse(NewProject.in(name));
    Map<String, byte[]> files = new TreeMap<>(new ProjectRenderer().render(wanted));
    try {
      Path draft = Files.createTempDirectory("connector").toRealPath();
      // An empty folder may have a .gitignore already, and that one stays.
      files.replaceAll((path, content) -> there(folder, path).orElse(content));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path target = draft.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
      Project project = new ProjectDetector().require(draft, overrides);
      return new FreshProject(folder, draft, files, project);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> there(Path folder, String path) {
    Path file = folder.resolve(path);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Project project() {
    return project;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Map<String, String> installed() {
    return Map.of();
  }

  @Override
  public Plan complete(Plan planned) {
    Set<String> touched = planned.changes().stream().map(Change::path).collect(Collectors.toSet());
    List<Change> changes = new ArrayList<>();
    files.forEach(
        (path, content) -> {
          if (!touched.contains(path)) {
            Change.between(path, there(folder, path), Optional.of(content)).ifPresent(changes::add);
          }
        });
    // The planner's order is kept, since it ends with the lock.
    for (Change change : planned.changes()) {
      Change.between(change.path(), there(folder, change.path()), change.after())
          .ifPresent(changes::add);
    }
    return new Plan(planned.title(), changes);
  }

  @Override
  public Optional<Operation> apply(Plan complete) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "the folder " + folder + " cannot be made; nothing was written",
          "name one that you can write to: --cwd <folder>",
          e);
    }
    return ProjectTree.at(folder).apply(complete);
  }

  @Override
  public void close() {
    try (Stream<Path> tree = Files.walk(draft)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
