package dev.connector.cli.command;

import dev.connector.scaffold.infer.assembly.Selection;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say what of an API a connector is wanted for. */
final class SelectionOptions {

  @Option(
      names = "--resources",
      split = ",",
      paramLabel = "<name>",
      description = "Only these resources, and those they are read through.")
  private List<String> resources = List.of();

  @Option(
      names = "--tags",
      split = ",",
      paramLabel = "<tag>",
      description = "Only operations with one of these tags.")
  private List<String> tags = List.of();

  @Option(
      names = "--include",
      split = ",",
      paramLabel = "<pattern>",
      description = "Only operations whose path or operationId fits, such as \"/v1/charges*\".")
  private List<String> include = List.of();

  @Option(
      names = "--exclude",
      split = ",",
      paramLabel = "<pattern>",
      description = "No operation whose path or operationId fits.")
  private List<String> exclude = List.of();

  Selection selection() {
    return new Selection(resources, tags, include, exclude);
  }

  /** Whether nothing was said. */
  boolean isEverything() {
    return selection().equals(Selection.everything());
  }
}
