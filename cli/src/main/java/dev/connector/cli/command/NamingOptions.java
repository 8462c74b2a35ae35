package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.workspace.Settings;
import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that changes what registries are called. */
final class NamingOptions {

  @Mixin WorkOptions work;

  @Option(names = "--user", description = "Yours, in every project, and not the project's.")
  boolean user;

  @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
  boolean dryRun;

  /** The project's tree, in which an operation that was interrupted is ended first. */
  ProjectTree tree(Environment environment, Path project) {
    if (!dryRun) {
      MendedText.mend(environment, project);
    }
    return ProjectTree.at(project);
  }

  /** The folder of the project that is worked on; what has settings already is one. */
  Path project(Environment environment) {
    Path directory = work.directory(environment);
    if (Files.isRegularFile(directory.resolve(Settings.PATH))) {
      return directory;
    }
    try {
      return work.project(environment).root();
    } catch (ConnectorException e) {
      throw e.kind() == Kind.USAGE
          ? new ConnectorException(
              e.kind(), e.getMessage(), "for all of your projects: add --user; or " + e.hint(), e)
          : e;
    }
  }
}
