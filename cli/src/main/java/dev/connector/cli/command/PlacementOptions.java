package dev.connector.cli.command;

import dev.connector.registry.workspace.ProjectDetector;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that decide where in a project connectors go. */
final class PlacementOptions {

  @Option(
      names = "--package",
      paramLabel = "<name>",
      description = "Your own package, below which connectors are put (com.acme.shop).")
  String basePackage;

  @Option(
      names = "--path",
      paramLabel = "<folder>",
      description = "Where sources go: a source folder of the project, or one of its modules.")
  String path;

  ProjectDetector.Overrides overrides() {
    return new ProjectDetector.Overrides(
        Optional.ofNullable(basePackage), Optional.ofNullable(path));
  }
}
