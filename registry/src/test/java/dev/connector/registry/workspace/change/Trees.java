package dev.connector.registry.workspace.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Pictures of folders, for comparing. */
final class Trees {

  private Trees() {}

  /** Every file, folder and link below a root with its content and mode, the journal left out. */
  static Map<String, String> picture(Path root) {
    Map<String, String> picture = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      paths.forEach(path -> picture.put(root.relativize(path).toString(), describe(path)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    picture.keySet().removeIf(path -> path.startsWith(".connectors"));
    return picture;
  }

  private static String describe(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return "folder " + Files.getPosixFilePermissions(path);
      }
      return Files.getPosixFilePermissions(path) + " " + Files.readString(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void write(Path root, String path, String content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
