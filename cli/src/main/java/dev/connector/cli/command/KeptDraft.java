package dev.connector.cli.command;

import dev.connector.cli.agent.draft.Draft;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A draft that was not accepted, put aside for a person to look at. */
final class KeptDraft {

  private KeptDraft() {}

  /** Writes a draft's own words, nothing rendered, into a folder that is empty or not there. */
  static void write(Path folder, Draft draft) {
    Map<String, String> files = new TreeMap<>(draft.own());
    files.put("connector.json", draft.document().toPrettyString() + "\n");
    draft.schemas().forEach((path, schema) -> files.put(path, schema.toPrettyString() + "\n"));
    try {
      Files.createDirectories(folder);
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new ConnectorException(
              ConnectorException.Kind.USAGE,
              folder + " is not empty, and nothing is written over",
              "name another folder: --keep-draft <folder>");
        }
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          folder + " cannot be written",
          "check its permissions",
          e);
    }
  }
}
