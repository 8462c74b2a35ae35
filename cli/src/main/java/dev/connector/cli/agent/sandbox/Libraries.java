package dev.connector.cli.agent.sandbox;

import static java.util.stream.Collectors.joining;

import dev.connector.spec.ConnectorException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a connector's code is compiled against and run with, and Java itself. */
final class Libraries {

  /** One type of each library that a connector and its tests may use. */
  private static final List<String> TYPES =
      List.of(
          "dev.connector.runtime.connector.Connector",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.annotation.JsonProperty",
          "com.fasterxml.jackson.datatype.jsr310.JavaTimeModule",
          "com.fasterxml.jackson.datatype.jdk8.Jdk8Module",
          "okhttp3.OkHttpClient",
          "okio.Buffer",
          "kotlin.Unit",
          "org.jetbrains.annotations.NotNull",
          "io.github.resilience4j.circuitbreaker.CircuitBreaker",
          "io.github.resilience4j.core.IntervalFunction",
          "io.github.bucket4j.Bucket",
          "org.slf4j.Logger",
          "org.slf4j.nop.NOPServiceProvider",
          "org.jspecify.annotations.Nullable",
          "mockwebserver3.MockWebServer");

  /** The makers of what tests are written with, by the names of their files. */
  private static final String TESTS =
      "(junit-|opentest4j-|apiguardian-|assertj-|byte-buddy-).*[.]jar";

  private Libraries() {}

  /** What this program runs with. */
  static List<Path> program() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(it -> !it.isEmpty())
        .map(Path::of)
        .map(Path::toAbsolutePath)
        .filter(Files::exists)
        .toList();
  }

  /** The archive of classes that this program was started with, which another start can share. */
  static Optional<Path> archive() {
    String option = "-XX:SharedArchiveFile=";
    return Stream.of(ProcessHandle.current().info().arguments().orElse(new String[0]))
        .filter(it -> it.startsWith(option))
        .map(it -> Path.of(it.substring(option.length())).toAbsolutePath())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** What a connector runs with: the runtime, and what that stands on. */
  static List<Path> connectors() {
    return TYPES.stream().flatMap(it -> source(it).stream()).distinct().toList();
  }

  private static Optional<Path> source(String type) {
    try {
      CodeSource source =
          Class.forName(type, false, Libraries.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (ClassNotFoundException none) {
      return Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What a connector's own tests are written with.
   *
   * @param application the folder this program was unpacked to
   */
  static List<Path> tests(Optional<Path> application) {
    return application
        .map(it -> it.resolve("lib").resolve("tests"))
        .filter(Files::isDirectory)
        .map(Libraries::jars)
        .orElseGet(
            () ->
                program().stream()
                    .filter(it -> it.getFileName().toString().matches(TESTS))
                    .toList());
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(joining(File.pathSeparator));
  }

  /** The Java that runs this. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Its folder, and the folders that links in it lead to. */
  static List<Path> javaFiles() {
    try {
      Path home = Path.of(System.getProperty("java.home")).toRealPath();
      TreeSet<Path> outside = new TreeSet<>();
      try (Stream<Path> files = Files.walk(home, 4)) {
        for (Path file : files.filter(Files::isSymbolicLink).filter(Files::exists).toList()) {
          Path target = file.toRealPath();
          if (!target.startsWith(home) && !file.startsWith(home.resolve("man"))) {
            outside.add(Files.isDirectory(target) ? target : target.getParent());
          }
        }
      }
      List<Path> all = new ArrayList<>(List.of(home));
      all.addAll(outside);
      return all;
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "the folder of this Java cannot be read: " + e.getMessage(),
          "set JAVA_HOME to a JDK",
          e);
    }
  }
}
