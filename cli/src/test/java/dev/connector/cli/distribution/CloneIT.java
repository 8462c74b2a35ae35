package dev.connector.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a clone of the sources, where nothing is built yet. */
@DisabledOnOs(OS.WINDOWS)
class CloneIT {

  private static final Set<String> LEFT_OUT = Set.of("target", ".git");

  @TempDir Path temporary;

  @Test
  void two_first_runs_at_once_build_once_and_later_ones_only_what_changed() throws Exception {
    Path clone = temporary.resolve("my clone");
    copy(Path.of("..").toRealPath(), clone);
    Path launcher = clone.resolve("connector");
    Shell shell = Shell.in(temporary);

    Path[] outputs = new Path[2];
    Path[] errors = new Path[2];
    Process[] runs = new Process[2];
    for (int i = 0; i < runs.length; i++) {
      outputs[i] = temporary.resolve("output" + i);
      errors[i] = temporary.resolve("error" + i);
      runs[i] = shell.start(outputs[i], errors[i], launcher, "list");
    }
    for (int i = 0; i < runs.length; i++) {
      assertThat(runs[i].waitFor()).as(Files.readString(errors[i])).isZero();
      assertThat(Files.readString(outputs[i])).contains("hubspot");
    }
    assertThat(Files.readString(errors[0]) + Files.readString(errors[1]))
        .as("one of the two builds, and says so in one line")
        .isEqualTo("connector: building from source, which takes a minute the first time ...\n");

    assertThat(fingerprint(clone.resolve("cli/target/dist")))
        .as("the same sources give the same jar, wherever they are built")
        .isEqualTo(fingerprint(Path.of("target/dist")));

    Shell.Ended again = shell.run(launcher, "list").succeeded();
    assertThat(again.error()).isEmpty();

    Path source = clone.resolve("cli/src/main/java/dev/connector/cli/Main.java");
    Files.writeString(source, Files.readString(source) + "broken");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
    Shell.Ended broken = shell.run(launcher, "list");
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.error()).contains("Main.java", "error: connector could not be built");
  }

  private static String fingerprint(Path distribution) throws IOException {
    return Files.readString(distribution.resolve("lib/fingerprint"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_OUT.contains(String.valueOf(folder.getFileName()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!LEFT_OUT.contains(file.getFileName().toString())) {
              Files.copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
