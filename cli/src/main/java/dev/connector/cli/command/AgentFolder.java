package dev.connector.cli.command;

import dev.connector.registry.workspace.change.ProjectTree;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where the transcripts of a project lie: beside the lock, and not in version control. */
final class AgentFolder {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private AgentFolder() {}

  /** A file for a run that begins now; no other run's. */
  static Path transcript(Path project, String connector, Instant now) {
    Path folder = project.resolve(ProjectTree.FOLDER).resolve("agent");
    try {
      Files.createDirectories(folder);
      Path ignore = folder.resolve(".gitignore");
      if (!Files.exists(ignore)) {
        Files.writeString(ignore, "*\n");
      }
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          folder + " cannot be written",
          "check its permissions, or name another place: --transcript <file>",
          e);
    }
    String name = connector + "-" + NAME.format(now);
    Path file = folder.resolve(name + ".jsonl");
    for (int more = 2; Files.exists(file); more++) {
      file = folder.resolve(name + "-" + more + ".jsonl");
    }
    return file;
  }
}
