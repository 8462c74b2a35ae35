package dev.connector.cli.agent.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The temporary folder that a connector is judged in. The judge may write below {@link #made()}
 * alone, and the code nowhere.
 */
record Bench(Path root) {

  static Bench temporary() {
    try {
      return new Bench(Files.createTempDirectory("connector-trial").toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The connector's folder. */
  Path connector() {
    return root.resolve("connector");
  }

  Path main() {
    return root.resolve("main");
  }

  Path test() {
    return root.resolve("test");
  }

  Path resources() {
    return root.resolve("resources");
  }

  Path made() {
    return root.resolve("made");
  }

  Path mainClasses() {
    return made().resolve("main");
  }

  Path testClasses() {
    return made().resolve("test");
  }

  /** The one folder that the code may write to, once, before it is judged. */
  Path archive() {
    return made().resolve("archive");
  }

  void put(Candidate candidate) {
    write(connector(), candidate.files());
    candidate
        .code()
        .ifPresent(
            code -> {
              write(main(), code.main());
              write(test(), code.test());
              write(resources(), code.resources());
            });
    write(made(), Map.of());
  }

  private static void write(Path folder, Map<String, byte[]> files) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes it away; what cannot be taken away is left to the system. */
  void remove() {
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException left) {
      // It lies in the folder for temporary files.
    }
  }
}
