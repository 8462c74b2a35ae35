package dev.connector.cli.command;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.ReportJUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of every command that makes reports. */
final class JUnitOption {

  @Option(
      names = "--junit",
      paramLabel = "<file>",
      description = "Write the report as JUnit XML, too.")
  private String file;

  /** Writes the file where one is named. */
  void write(Path directory, List<Report> reports) {
    if (file == null) {
      return;
    }
    Path path = directory.resolve(file);
    try {
      Files.writeString(path, ReportJUnit.of(reports));
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          path + " cannot be written",
          "name a file in a folder that you can write to: --junit <file>",
          e);
    }
  }
}
