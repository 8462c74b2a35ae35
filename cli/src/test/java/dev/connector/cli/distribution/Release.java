package dev.connector.cli.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The release archives of this build. */
final class Release {

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private Release() {}

  /** Unpacks the tar archive into a folder and gives the launcher in it. */
  static Path unpack(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Shell.in(folder).run("tar", "xzf", archive(".tar.gz")).succeeded();
    try (Stream<Path> children = Files.list(folder)) {
      return children.findFirst().orElseThrow().resolve("connector");
    }
  }

  static Path archive(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().matches("connector-[0-9].*"))
              .filter(file -> file.toString().endsWith(suffix))
              .toList();
      if (found.size() != 1) {
        throw new AssertionError("expected one archive " + suffix + ", found " + found);
      }
      return found.get(0);
    }
  }
}
