package dev.connector.cli.command;

import dev.connector.cli.terminal.Environment;
import dev.connector.spec.ConnectorException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that works in a folder. */
final class PlaceOptions {

  @Mixin CommonOptions common;

  @Option(
      names = {"-C", "--cwd"},
      paramLabel = "<folder>",
      description = "Work in this folder instead of the current one.")
  String directory;

  /** The folder to work in, absolute. */
  Path directory(Environment environment) {
    if (directory == null) {
      return environment.directory();
    }
    try {
      return environment.directory().resolve(directory).normalize();
    } catch (InvalidPathException e) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "\"" + directory + "\" is not a path of this system",
          "give --cwd a folder",
          e);
    }
  }
}
