package dev.connector.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a connector in a folder of their own, which goes when it is closed. */
record SentFiles(Path folder) implements AutoCloseable {

  static SentFiles write(Map<String, byte[]> files) {
    try {
      SentFiles sent = new SentFiles(Files.createTempDirectory("connector"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = sent.folder().resolve(file.getKey()).normalize();
        if (!path.startsWith(sent.folder())) {
          throw new IllegalArgumentException(file.getKey());
        }
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      return sent;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path definition() {
    return folder.resolve("connector.json");
  }

  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException left) {
      // It lies in the folder for temporary files.
    }
  }
}
