package dev.connector.cli.agent.sandbox;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.conformance.process.ProcessCommand;
import dev.connector.spec.conformance.process.ProcessConnector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A connector's compiled program, to be started in a sandbox many times.
 *
 * @param options of the JVM
 * @param type the name of its class {@code ConnectorMain}
 */
record Program(
    Sandbox sandbox, Path folder, List<Path> classPath, List<String> options, String type) {

  /** A sign of life is due in this time; the kit's own waits are below it. */
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private static final Duration END = Duration.ofSeconds(15);

  /** What makes a JVM start fast and stay small. */
  private static final List<String> SMALL =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx256m");

  Program {
    classPath = List.copyOf(classPath);
    options = List.copyOf(options);
  }

  /**
   * The program of compiled classes, with an archive of what it loads where one can be made: it is
   * started a hundred times, which is most of what judging it costs.
   *
   * @param classes folders of compiled classes, and of the files they read
   * @param folder for what is made of it
   */
  static Program of(Sandbox sandbox, List<Path> classes, Path folder, String type) {
    try {
      Files.createDirectories(folder);
      List<Path> jars = new ArrayList<>();
      for (Path library : Libraries.connectors()) {
        jars.add(
            Files.isDirectory(library)
                ? jar(List.of(library), folder.resolveSibling(jars.size() + ".jar"))
                : library);
      }
      jars.add(jar(classes, folder.resolveSibling("connector.jar")));
      Program plain = new Program(sandbox, folder, jars, List.of(), type);
      Path archive = folder.resolve("classes.jsa");
      plain.describe("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable");
      return Files.isRegularFile(archive)
          ? new Program(
              sandbox,
              folder,
              jars,
              List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"),
              type)
          : plain;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void describe(String... others) {
    Program archived = new Program(sandbox, folder, classPath, List.of(others), type);
    try (Connector connector = archived.start(Map.of(), List.of(folder))) {
      connector.describe();
    } catch (RuntimeException unwell) {
      // What is wrong with it is told where it is judged.
    }
  }

  /** Starts it with these variables, and with nothing to write to. */
  Connector start(Map<String, String> variables) {
    return start(variables, List.of());
  }

  private Connector start(Map<String, String> variables, List<Path> writable) {
    List<Path> readable = new ArrayList<>(Libraries.javaFiles());
    readable.addAll(classPath);
    readable.add(folder);
    Job job =
        new Job(
            line(SMALL, options, classPath, type),
            new Job.Access(Job.Place.INSIDE, readable, writable),
            Map.of(),
            Limits.program());
    Path here = Path.of(System.getProperty("java.io.tmpdir"));
    return ProcessConnector.start(
        ProcessCommand.of(sandbox.line(job), here, variables).answer(ANSWER).end(END));
  }

  /** A command for a JVM that is small. */
  static List<String> line(List<Path> classPath, String type) {
    return line(SMALL, List.of(), classPath, type);
  }

  private static List<String> line(
      List<String> small, List<String> options, List<Path> classPath, String type) {
    List<String> line = new ArrayList<>(List.of(Libraries.java().toString()));
    line.addAll(small);
    line.addAll(options);
    line.addAll(List.of("-cp", Libraries.joined(classPath), type));
    return line;
  }

  private static Path jar(List<Path> folders, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path folder : folders) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, out);
            out.closeEntry();
          }
        }
      }
    }
    return jar;
  }
}
