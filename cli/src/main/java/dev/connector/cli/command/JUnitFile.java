package dev.connector.cli.command;

import dev.connector.spec.ConnectorException;
import dev.connector.spec.rules.Report;
import dev.connector.spec.rules.ReportJUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that {@code --junit} names. */
final class JUnitFile {

  private JUnitFile() {}

  static void write(Path file, List<Report> reports) {
    try {
      Files.writeString(file, ReportJUnit.of(reports));
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          file + " cannot be written",
          "name a file in a folder that you can write to: --junit <file>",
          e);
    }
  }
}
