package dev.connector.cli.project;

import dev.connector.registry.workspace.Lock;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.change.Operation;
import dev.connector.registry.workspace.change.Plan;
import dev.connector.registry.workspace.change.ProjectTree;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A project that is there. */
public record ExistingProject(Project project) implements Workplace {

  public ExistingProject {
    Objects.requireNonNull(project);
  }

  @Override
  public Path folder() {
    return project.root();
  }

  @Override
  public Map<String, String> installed() {
    return Lock.read(ProjectTree.at(project.root())).versions();
  }

  @Override
  public Plan complete(Plan planned) {
    return planned;
  }

  @Override
  public Optional<Operation> apply(Plan complete) {
    return ProjectTree.at(project.root()).apply(complete);
  }

  @Override
  public void close() {}
}
