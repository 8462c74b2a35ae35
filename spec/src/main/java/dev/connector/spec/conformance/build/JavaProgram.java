package dev.connector.spec.conformance.build;

import static java.util.stream.Collectors.joining;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.conformance.process.ProcessCommand;
import dev.connector.spec.conformance.process.ProcessConnector;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A connector's compiled program.
 *
 * @param directory where it runs
 * @param main the name of its class {@code ConnectorMain}
 * @param options of the JVM
 */
public record JavaProgram(Path directory, List<Path> classPath, String main, List<String> options) {

  public JavaProgram {
    classPath = List.copyOf(classPath);
    options = List.copyOf(options);
  }

  /** The same with these options alone. */
  JavaProgram options(String... others) {
    return new JavaProgram(directory, classPath, main, List.of(others));
  }

  /** Starts it with these variables. */
  public Connector start(Map<String, String> environment) {
    return ProcessConnector.start(ProcessCommand.of(line(), directory, environment));
  }

  /** The command; of no use to a long run, since it trades the fastest code for a quick start. */
  List<String> line() {
    List<String> line = new ArrayList<>(List.of(java().toString()));
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(options);
    line.add("-cp");
    line.add(classPath.stream().map(Path::toString).collect(joining(File.pathSeparator)));
    line.add(main);
    return line;
  }

  /** The Java of the user's builds, else the one that runs this. */
  private static Path java() {
    String home = System.getenv().getOrDefault("JAVA_HOME", "");
    Path theirs = Path.of(home, "bin", "java");
    return !home.isBlank() && Files.isExecutable(theirs)
        ? theirs
        : Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
