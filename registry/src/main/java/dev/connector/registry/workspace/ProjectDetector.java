package dev.connector.registry.workspace;

import dev.connector.registry.workspace.Detection.Found;
import dev.connector.registry.workspace.Detection.Nothing;
import dev.connector.registry.workspace.Detection.Parent;
import dev.connector.registry.workspace.build.GradleScript;
import dev.connector.registry.workspace.build.MavenPom;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Recognises a project by its own build file, without running anything. */
public final class ProjectDetector {

  /**
   * What the user decides, which outweighs what is found.
   *
   * @param basePackage the package under which connectors are put ({@code --package})
   * @param path the folder main sources are put into, or a module's folder ({@code --path})
   */
  public record Overrides(Optional<String> basePackage, Optional<String> path) {

    /** Nothing decided. */
    public static Overrides none() {
      return new Overrides(Optional.empty(), Optional.empty());
    }
  }

  /** The files that give other languages away, the surest first. */
  private static final Map<String, Language> OTHERS = new LinkedHashMap<>();

  static {
    List.of("package.json", "tsconfig.json").forEach(it -> OTHERS.put(it, Language.TYPESCRIPT));
    List.of("pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "Pipfile")
        .forEach(it -> OTHERS.put(it, Language.PYTHON));
  }

  /** What a folder may hold and still be empty for somebody who wants a new project there. */
  private static final Set<String> NOT_COUNTED =
      Set.of(".git", ".gitignore", ".gitattributes", ".DS_Store", ".idea", ProjectTree.FOLDER);

  /**
   * Looks at one folder, which need not exist; folders above are asked for inherited settings only.
   */
  public Detection detect(Path directory, Overrides overrides) {
    Path root = directory.toAbsolutePath().normalize();
    try {
      if (Files.isDirectory(root)) {
        root = root.toRealPath();
      }
      Optional<Detection> recognised = recognise(root, overrides);
      return recognised.isPresent() ? recognised.get() : nothing(root);
    } catch (IOException | UncheckedIOException unreadable) {
      throw new ConnectorException(
          Kind.FAILED, root + " cannot be read: " + unreadable.getMessage(), "", unreadable);
    }
  }

  private Optional<Detection> recognise(Path root, Overrides overrides) {
    if (Files.isRegularFile(root.resolve(MavenProjects.BUILD_FILE))) {
      return Optional.of(maven(root, overrides));
    }
    Optional<String> script = GradleProjects.buildFile(root);
    if (script.isPresent() || GradleProjects.settingsFile(root).isPresent()) {
      return Optional.of(gradle(root, script, overrides));
    }
    return OTHERS.entrySet().stream()
        .filter(other -> Files.isRegularFile(root.resolve(other.getKey())))
        .findFirst()
        .map(other -> new Found(new Project.Other(root, other.getKey(), other.getValue())));
  }

  private Detection maven(Path root, Overrides overrides) {
    MavenPom pom = MavenProjects.pom(root);
    Optional<List<String>> modules = MavenProjects.modulesOf(root, pom);
    if (modules.isPresent()) {
      return module(root, modules.get(), overrides)
          .orElseGet(() -> new Parent(root, MavenProjects.BUILD_FILE, modules.get()));
    }
    Placement placement = Placement.of(root, overrides, Settings.read(root));
    return new Found(MavenProjects.project(root, pom, placement));
  }

  private Detection gradle(Path root, Optional<String> buildFile, Overrides overrides) {
    Optional<GradleScript> script = buildFile.map(it -> GradleProjects.script(root, it));
    Optional<List<String>> modules = GradleProjects.modulesOf(root, script);
    if (modules.isPresent()) {
      String file = buildFile.or(() -> GradleProjects.settingsFile(root)).orElseThrow();
      return module(root, modules.get(), overrides)
          .orElseGet(() -> new Parent(root, file, modules.get()));
    }
    Placement placement = Placement.of(root, overrides, Settings.read(root));
    return new Found(GradleProjects.project(root, buildFile.orElseThrow(), placement));
  }

  /** Where {@code --path} leads into a module, that module is meant. */
  private Optional<Detection> module(Path root, List<String> modules, Overrides overrides) {
    return overrides
        .path()
        .map(path -> root.resolve(path).normalize())
        .flatMap(
            place ->
                modules.stream()
                    .map(module -> root.resolve(module).normalize())
                    .filter(place::startsWith)
                    .findFirst()
                    .map(module -> detect(module, inModule(overrides, module, place))));
  }

  private static Overrides inModule(Overrides overrides, Path module, Path place) {
    Optional<String> rest =
        Optional.of(module.relativize(place).toString()).filter(path -> !path.isEmpty());
    return new Overrides(overrides.basePackage(), rest);
  }

  private Detection nothing(Path root) throws IOException {
    boolean empty = !Files.exists(root);
    if (Files.isDirectory(root)) {
      try (Stream<Path> entries = Files.list(root)) {
        empty = entries.allMatch(it -> NOT_COUNTED.contains(it.getFileName().toString()));
      }
    }
    Optional<Path> enclosing = Optional.empty();
    for (Path above = root.getParent(); above != null; above = above.getParent()) {
      if (recognisable(above)) {
        enclosing = Optional.of(above);
        break;
      }
    }
    return new Nothing(root, empty, enclosing);
  }

  private static boolean recognisable(Path folder) {
    return Files.isRegularFile(folder.resolve(MavenProjects.BUILD_FILE))
        || GradleProjects.buildFile(folder).isPresent()
        || OTHERS.keySet().stream().anyMatch(it -> Files.isRegularFile(folder.resolve(it)));
  }

  /** The project in the folder; fails with what to do where there is not exactly one. */
  public Project require(Path directory, Overrides overrides) {
    Detection detection = detect(directory, overrides);
    if (detection instanceof Found found) {
      return found.project();
    }
    throw detection instanceof Parent parent ? severalModules(parent) : noProject(detection);
  }

  private static ConnectorException severalModules(Parent parent) {
    String holds = parent.root().resolve(parent.buildFile()) + " has no source of its own";
    return parent.modules().isEmpty()
        ? new ConnectorException(
            Kind.USAGE, holds + " and no modules", "name a folder that has source: --cwd <folder>")
        : new ConnectorException(
            Kind.USAGE,
            holds + "; its modules are " + String.join(", ", parent.modules()),
            "choose one: --cwd " + parent.root().resolve(parent.modules().get(0)));
  }

  private static ConnectorException noProject(Detection detection) {
    Nothing nothing = (Nothing) detection;
    String message = "no project in " + nothing.directory();
    if (nothing.empty()) {
      return new ConnectorException(
          Kind.USAGE,
          message + (Files.exists(nothing.directory()) ? ": it is empty" : ": it does not exist"),
          "make one: connector init --yes --cwd " + nothing.directory());
    }
    return new ConnectorException(
        Kind.USAGE,
        message + ": there is no pom.xml, build.gradle(.kts), package.json or pyproject.toml",
        nothing
            .enclosing()
            .map(above -> "there is one above: --cwd " + above)
            .orElse("name the project's folder: --cwd <folder>"));
  }
}
