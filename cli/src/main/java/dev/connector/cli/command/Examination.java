package dev.connector.cli.command;

import dev.connector.cli.agent.sandbox.Sandbox;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Text;
import dev.connector.registry.source.Catalog;
import dev.connector.registry.source.Registries;
import dev.connector.registry.source.Registry;
import dev.connector.registry.workspace.Detection;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.ProjectDetector;
import dev.connector.registry.workspace.Status;
import dev.connector.registry.workspace.Status.FileState;
import dev.connector.spec.ConnectorException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at the machine, the registry and the project; what fails is a finding, not a failure. */
final class Examination {

  private final Environment environment;
  private final RegistryOptions registries;
  private final Path directory;

  Examination(Environment environment, RegistryOptions registries, Path directory) {
    this.environment = environment;
    this.registries = registries;
    this.directory = directory;
  }

  List<Check> run() {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.good("connector", Version.number()));
    checks.add(Check.good("Java", Runtime.version() + " in " + System.getProperty("java.home")));
    checks.add(attempt("registry", this::registry));
    checks.add(attempt("cache", this::cache));
    checks.add(sandbox());
    Detection detection;
    try {
      detection = new ProjectDetector().detect(directory, ProjectDetector.Overrides.none());
    } catch (ConnectorException e) {
      checks.add(Check.bad("project", e.getMessage(), e.hint()));
      return checks;
    }
    checks.add(project(detection));
    if (detection instanceof Detection.Found found) {
      checks.add(buildTool(found.project()));
      checks.add(attempt("connectors", () -> connectors(found.project().root())));
    }
    return checks;
  }

  private static Check attempt(String subject, Supplier<Check> check) {
    try {
      return check.get();
    } catch (ConnectorException e) {
      return Check.bad(subject, e.getMessage(), e.hint());
    }
  }

  private Check registry() {
    try (Registries open = registries.open(environment, environment.directory())) {
      Registry registry = open.home();
      Catalog catalog = registry.catalog();
      String found = registry.name() + ", " + Text.count(catalog.connectors().size(), "connector");
      return catalog.problems().isEmpty()
          ? Check.good("registry", found)
          : Check.doubtful(
              "registry", found + "; " + catalog.problems().get(0), "tell the registry's owner");
    }
  }

  private Check cache() {
    Path cache = RegistryOptions.cache(environment);
    Path existing = cache;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return Files.isWritable(existing)
        ? Check.good("cache", cache.toString())
        : Check.bad(
            "cache",
            "cannot write to " + cache,
            "set CONNECTOR_CACHE to a folder that you can write to");
  }

  private Check sandbox() {
    try {
      Sandbox.require(environment);
      return Check.good("sandbox", "bubblewrap, for code that a model writes");
    } catch (ConnectorException none) {
      return Check.doubtful(
          "sandbox", none.getMessage(), "only the agent needs it: " + none.hint());
    }
  }

  private Check project(Detection detection) {
    if (detection instanceof Detection.Parent parent) {
      return Check.doubtful(
          "project",
          parent.buildFile() + " holds modules: " + String.join(", ", parent.modules()),
          "choose one: --cwd " + parent.root().resolve(parent.modules().get(0)));
    }
    if (detection instanceof Detection.Found found) {
      Project project = found.project();
      return project instanceof Project.Java java
          ? Check.good("project", java.build().title() + ", package " + java.basePackage())
          : Check.bad(
              "project",
              project.buildFile() + " is a project in " + project.language().title(),
              "connectors are installed into Java projects for now");
    }
    return Check.doubtful(
        "project",
        "no build file in " + directory,
        "go to your project, or make one here: connector init --yes"
            + (directory.equals(environment.directory()) ? "" : " --cwd " + directory));
  }

  private Check buildTool(Project project) {
    boolean maven = project instanceof Project.Java java && java.build() == Project.BuildTool.MAVEN;
    String tool = maven ? "mvn" : "gradle";
    String wrapper = maven ? "mvnw" : "gradlew";
    if (Files.exists(project.root().resolve(wrapper))) {
      return Check.good("build tool", "./" + wrapper);
    }
    return onPath(tool)
        .map(path -> Check.good("build tool", path.toString()))
        .orElse(
            Check.doubtful(
                "build tool",
                "there is no " + tool + " on the PATH",
                "adding works without it; building the project needs it"));
  }

  private Optional<Path> onPath(String program) {
    List<String> names =
        File.separatorChar == '\\' ? List.of(program + ".cmd", program + ".bat") : List.of(program);
    for (String folder : environment.variable("PATH").orElse("").split(File.pathSeparator)) {
      for (String name : names) {
        Path candidate = Path.of(folder, name);
        if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private static Check connectors(Path root) {
    Status status = Status.of(root);
    long missing = status.installed().stream().mapToLong(it -> it.count(FileState.MISSING)).sum();
    if (status.unfinished().isPresent()) {
      return Check.bad(
          "connectors",
          "\"" + status.unfinished().get().title() + "\" was interrupted",
          "run it again, which ends it");
    }
    return missing > 0
        ? Check.doubtful(
            "connectors",
            Text.count((int) missing, "installed file") + " missing",
            "see which: connector status")
        : Check.good("connectors", Text.count(status.installed().size(), "item") + " installed");
  }
}
