package dev.connector.spec.conformance.build;

import dev.connector.runtime.connector.Connector;
import dev.connector.spec.conformance.process.ProcessCommand;
import dev.connector.spec.conformance.process.ProcessConnector;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A connector's compiled program.
 *
 * @param directory where it runs
 * @param main the name of its class {@code ConnectorMain}
 */
public record JavaProgram(Path directory, List<Path> classPath, String main) {

  public JavaProgram {
    classPath = List.copyOf(classPath);
  }

  /** Starts it with these variables. */
  public Connector start(Map<String, String> environment) {
    return ProcessConnector.start(ProcessCommand.of(line(), directory, environment));
  }

  /** The command; of no use to a long run, since it trades the fastest code for a quick start. */
  List<String> line() {
    return List.of(
        java().toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        main);
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
