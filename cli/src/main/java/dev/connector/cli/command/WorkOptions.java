package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.ProjectDetector;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that works in a folder and has a result. */
final class WorkOptions {

  @Mixin PlaceOptions place;

  @Option(names = "--json", description = "Print one JSON document instead of text.")
  boolean json;

  /** The folder to work in, absolute. */
  Path directory(Environment environment) {
    return place.directory(environment);
  }

  /** The project there; fails where there is none, or none that is understood. */
  Project project(Environment environment) {
    return new ProjectDetector().require(directory(environment), ProjectDetector.Overrides.none());
  }
}
