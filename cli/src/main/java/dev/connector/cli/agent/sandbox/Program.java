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
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A connector's compiled program, to be started in a sandbox many times.
 *
 * @param folder for what is made of it
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
   * The program of what was compiled, in jars.
   *
   * @param bench with compiled classes, and the files they read
   */
  static Program of(Sandbox sandbox, Bench bench, String type) {
    try {
      Files.createDirectories(bench.archive());
      List<Path> jars = new ArrayList<>();
      for (Path library : Libraries.connectors()) {
        Path jar = bench.made().resolve(jars.size() + ".jar");
        jars.add(Files.isDirectory(library) ? jar(List.of(library), Map.of(), jar) : library);
      }
      List<Path> own = List.of(bench.mainClasses(), bench.resources());
      jars.add(jar(own, Sessions.bytes(), bench.made().resolve("connector.jar")));
      return new Program(sandbox, bench.archive(), jars, List.of(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with an archive of what it loads, which starts faster, where one can be made. */
  Program archived() {
    Path archive = folder.resolve("classes.jsa");
    Program making = with("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable");
    try (Connector connector = making.start(Map.of(), List.of(folder))) {
      connector.describe();
    } catch (RuntimeException unwell) {
      // What is wrong with it is told where it is judged.
    }
    return Files.isRegularFile(archive)
        ? with("-XX:SharedArchiveFile=" + archive, "-Xlog:disable")
        : this;
  }

  private Program with(String... others) {
    return new Program(sandbox, folder, classPath, List.of(others), type);
  }

  /** Starts it with these variables, and with nothing to write to. */
  Connector start(Map<String, String> variables) {
    return start(variables, List.of());
  }

  private Connector start(Map<String, String> variables, List<Path> writable) {
    return ProcessConnector.start(command(List.of(type), variables, writable));
  }

  /** Starts one JVM that serves it to many; empty where that does not come up. */
  Optional<Server> server(Served served) {
    String jar = classPath.get(classPath.size() - 1).toString();
    List<String> main =
        List.of(Sessions.class.getName(), jar, served.connector(), served.protocol());
    return Server.start(command(main, Map.of(), List.of()));
  }

  private ProcessCommand command(
      List<String> main, Map<String, String> variables, List<Path> writable) {
    List<Path> readable = new ArrayList<>(Libraries.javaFiles());
    readable.addAll(classPath);
    readable.add(folder);
    Job job =
        new Job(
            line(options, classPath, main),
            new Job.Access(Job.Place.INSIDE, readable, writable),
            Map.of(),
            Limits.program());
    Path here = Path.of(System.getProperty("java.io.tmpdir"));
    return ProcessCommand.of(sandbox.line(job), here, variables).answer(ANSWER).end(END);
  }

  /** A command for a JVM that is small. */
  static List<String> line(List<Path> classPath, String type) {
    return line(List.of(), classPath, List.of(type));
  }

  private static List<String> line(List<String> options, List<Path> classPath, List<String> main) {
    List<String> line = new ArrayList<>(List.of(Libraries.java().toString()));
    line.addAll(SMALL);
    line.addAll(options);
    line.addAll(List.of("-cp", Libraries.joined(classPath)));
    line.addAll(main);
    return line;
  }

  private static Path jar(List<Path> folders, Map<String, byte[]> more, Path jar)
      throws IOException {
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
      for (Map.Entry<String, byte[]> file : more.entrySet()) {
        out.putNextEntry(new JarEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }
}
