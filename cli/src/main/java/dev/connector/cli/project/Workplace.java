package dev.connector.cli.project;

import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.change.Operation;
import dev.connector.registry.workspace.change.Plan;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A project to plan against and to write into. */
public sealed interface Workplace extends AutoCloseable permits ExistingProject, FreshProject {

  /** The project as planners see it; its root may be a draft somewhere else. */
  Project project();

  /** The folder the user means. */
  Path folder();

  /** Versions of the items that are in the project already, by name. */
  Map<String, String> installed();

  /** The whole of what has to be written so that the planned changes are in place. */
  Plan complete(Plan planned);

  /** Writes a complete plan, all or nothing; gives the operation unless nothing had to be done. */
  Optional<Operation> apply(Plan complete);

  /** Takes drafts away. */
  @Override
  void close();
}
