package dev.connector.cli.project;

import dev.connector.registry.workspace.Detection;
import dev.connector.registry.workspace.Project;
import dev.connector.registry.workspace.ProjectDetector;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The code of a connector in a project that Maven builds.
 *
 * @param project the folder of the build file
 * @param name the connector's package
 * @param sources its main source files, those that the user added too
 * @param release the Java version it is compiled for, where the build tells
 */
public record ProjectCode(Path project, String name, List<Path> sources, OptionalInt release) {

  private static final String PROGRAM = "ConnectorMain";
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  public ProjectCode {
    sources = List.copyOf(sources);
  }

  /**
   * The code of a connector.
   *
   * @throws ConnectorException of kind USAGE where there is none that can be built and started
   *     here, with what to do instead
   */
  public static ProjectCode of(ConnectorPlace place) {
    if (!(place instanceof ConnectorPlace.InProject installed)) {
      throw none(
          "is a folder and not installed in a project, so that nothing tells how to build its code",
          "say how its program starts: --command \"...\"",
          place);
    }
    Path program =
        installed.entry().files().entrySet().stream()
            .filter(it -> it.getValue().from().endsWith("/" + PROGRAM + ".java"))
            .map(it -> installed.project().resolve(it.getKey()))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(
                () ->
                    none(
                        "has no class " + PROGRAM + ", which is how its code is started",
                        "write one, see \"The program\" in SPEC.md, or name it: --command \"...\"",
                        place));
    String name = packageOf(program);
    Detection detection =
        new ProjectDetector().detect(installed.project(), ProjectDetector.Overrides.none());
    if (!(detection instanceof Detection.Found found
        && found.project() instanceof Project.Java java
        && java.build() == Project.BuildTool.MAVEN)) {
      throw none(
          "is not in a Maven project, and no other build is run for you",
          "build it, and name its program: --command \"java -cp ... " + name + "." + PROGRAM + "\"",
          place);
    }
    return new ProjectCode(
        installed.project(),
        name,
        sources(program.getParent()),
        java.level().map(it -> OptionalInt.of(it.release())).orElse(OptionalInt.empty()));
  }

  /** The class that answers the protocol. */
  public String main() {
    return name + "." + PROGRAM;
  }

  private static String packageOf(Path source) {
    try {
      Matcher declared = PACKAGE.matcher(Files.readString(source));
      return Optional.of(declared).filter(Matcher::find).map(it -> it.group(1)).orElse("");
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static ConnectorException unreadable(Path path, IOException cause) {
    return new ConnectorException(
        ConnectorException.Kind.FAILED, path + " cannot be read", "check its permissions", cause);
  }

  private static ConnectorException none(String why, String hint, ConnectorPlace place) {
    return new ConnectorException(ConnectorException.Kind.USAGE, place.title() + " " + why, hint);
  }
}
