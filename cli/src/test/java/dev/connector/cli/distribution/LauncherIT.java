package dev.connector.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.cli.distribution.Shell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the release archive, unpacked into a folder with a space in its name. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

  @TempDir static Path temporary;
  static Path launcher;

  @BeforeAll
  static void unpack() throws Exception {
    launcher = Release.unpack(temporary.resolve("un packed"));
  }

  @Test
  void help_and_version_need_no_java() throws Exception {
    Shell shell = Shell.in(temporary).with("JAVA_HOME", "/nowhere");

    for (String[] asked : new String[][] {{}, {"--help"}, {"-h"}, {"help"}}) {
      assertThat(shell.run(words(asked)).succeeded().output()).startsWith("Usage: connector ");
    }
    for (String[] asked : new String[][] {{"add", "--help"}, {"help", "add"}, {"add", "-h"}}) {
      assertThat(shell.run(words(asked)).succeeded().output()).startsWith("Usage: connector add ");
    }
    assertThat(shell.run(launcher, "--version").succeeded().output()).startsWith("connector ");
  }

  @Test
  void help_is_the_same_with_and_without_java() throws Exception {
    Ended fromFile = Shell.in(temporary).run(launcher, "add", "--help");
    Ended fromProgram = Shell.in(temporary).run(launcher, "add", "hubspot", "--help");

    assertThat(fromProgram.succeeded().output()).isEqualTo(fromFile.succeeded().output());
  }

  @Test
  void a_missing_java_is_named_with_what_to_do() throws Exception {
    Ended wrong = Shell.in(temporary).with("JAVA_HOME", "/nowhere").run(launcher, "list");
    Path bin = Files.createDirectories(temporary.resolve("bin without java"));
    for (String tool : new String[] {"sh", "cat", "readlink"}) {
      Files.copy(which(tool), bin.resolve(tool));
    }
    Ended none =
        Shell.in(temporary)
            .with("JAVA_HOME", "")
            .with("PATH", bin.toString())
            .run(launcher, "list");

    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.error()).startsWith("error: JAVA_HOME is /nowhere").contains("\nhint:  ");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.error()).startsWith("error: no Java found").contains("\nhint:  ");
  }

  @Test
  void a_java_that_is_too_old_is_named_with_its_version() throws Exception {
    Path old = fakeJava("old", "JAVA_VERSION=\"11.0.2\"\n", "");
    Path ancient = fakeJava("ancient", "JAVA_VERSION=\"1.8.0_402\"\n", "");
    Path silent = fakeJava("silent", "", "echo 'openjdk version \"16.0.1\" 2021-04-20' >&2");

    for (Path home : new Path[] {old, ancient, silent}) {
      Ended ended = Shell.in(temporary).with("JAVA_HOME", home.toString()).run(launcher, "list");
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.error()).startsWith("error: connector needs Java 17 or later, and " + home);
    }
  }

  @Test
  void it_works_through_links_and_from_anywhere() throws Exception {
    Path links = Files.createDirectories(temporary.resolve("links"));
    Path first = Files.createSymbolicLink(links.resolve("first"), launcher);
    Path second = Files.createSymbolicLink(links.resolve("second"), Path.of("first"));
    Path start = launcher.getParent().getParent();

    assertThat(Shell.in(links).run(second, "list").succeeded().output()).contains("hubspot");
    assertThat(Shell.in(links).run(first, "--help").succeeded().output()).startsWith("Usage:");
    String relative = "./" + launcher.getParent().getFileName() + "/connector";
    assertThat(Shell.in(start).run(relative, "list").succeeded().output()).contains("hubspot");
    assertThat(Shell.in(launcher.getParent()).run("sh", "connector", "list").succeeded().output())
        .contains("hubspot");
    String path = launcher.getParent() + ":" + System.getenv("PATH");
    assertThat(
            Shell.in(links)
                .with("PATH", path)
                .with("CDPATH", "/")
                .run("sh", "-c", "connector list")
                .succeeded()
                .output())
        .contains("hubspot");
  }

  @Test
  void exit_codes_and_arguments_pass_through() throws Exception {
    Ended ended = Shell.in(temporary).run(launcher, "list", "two words", "*");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.error()).startsWith("error: unknown argument \"two words\"\nhint:  ");
  }

  @Test
  void names_outside_ascii_work_in_the_c_locale() throws Exception {
    Path folder = temporary.resolve("café");
    Files.createDirectories(folder);

    Ended ended =
        Shell.in(folder)
            .with("LC_ALL", "C")
            .run(launcher, "init", "--yes", "--dry-run", "--cwd", "Zoë");

    assertThat(ended.succeeded().output()).contains("café/Zoë");
  }

  @Test
  void a_full_disk_is_not_taken_for_success() throws Exception {
    Ended ended = Shell.in(temporary).run("sh", "-c", "'" + launcher + "' list >/dev/full");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.error()).contains("error: the output could not be written");
  }

  @Test
  void an_archive_of_classes_is_made_once_and_a_broken_one_does_no_harm() throws Exception {
    Path copy = Release.unpack(temporary.resolve("sharing"));
    Shell shell = Shell.in(temporary).with("CONNECTOR_CDS", "");

    shell.run(copy, "list").succeeded();
    Path ready = awaitArchive(copy.resolveSibling("cds"));
    assertThat(Files.readString(ready).strip()).isEqualTo(copy.getParent().toRealPath().toString());
    Path archive = ready.resolveSibling(ready.getFileName().toString().replace(".ready", ""));
    assertThat(archive).exists();
    Shell.Ended shared = shell.run(copy, "list").succeeded();
    assertThat(shared.error()).isEmpty();

    Files.delete(archive);
    Files.writeString(archive, "not an archive");
    assertThat(shell.run(copy, "list").succeeded()).isEqualTo(shared);
  }

  private static Path awaitArchive(Path folder) throws Exception {
    for (int i = 0; i < 300; i++) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          var ready = files.filter(file -> file.toString().endsWith(".ready")).findFirst();
          if (ready.isPresent()) {
            return ready.get();
          }
        }
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("no archive was made in " + folder);
  }

  private static Object[] words(String... arguments) {
    return Stream.concat(Stream.of(launcher), Stream.of(arguments)).toArray();
  }

  private static Path which(String tool) throws Exception {
    String found = Shell.in(temporary).run("sh", "-c", "command -v " + tool).output().strip();
    return Path.of(found).toRealPath();
  }

  private static Path fakeJava(String name, String release, String script) throws IOException {
    Path home = temporary.resolve("java " + name);
    Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    if (!release.isEmpty()) {
      Files.writeString(home.resolve("release"), release);
    }
    return home;
  }
}
