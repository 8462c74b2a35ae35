package dev.connector.spec.conformance.build;

import dev.connector.spec.ConnectorException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A project's own Maven build: its wrapper where it has one, else the {@code mvn} of the machine.
 *
 * @param folder with the {@code pom.xml}
 * @param told hears of each command before it is run, and what it said where it failed
 */
public record MavenBuild(Path folder, Consumer<String> told) {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Lines of output that are shown where it fails. */
  private static final int SHOWN = 15;

  private static final String CLASS_PATH =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

  /** How to get more output, which nobody can follow here. */
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\[ERROR\\] *((->|\\[Help|To see|Re-run|For more|See|After correcting|  mvn).*)?");

  private static final boolean WINDOWS = File.separatorChar == '\\';

  /** How a run ended: its exit code, and the last of what it said. */
  record Ended(int code, List<String> lastLines) {}

  /**
   * Compiles the project, tests too, and tells what its code runs with.
   *
   * @throws ConnectorException with the end of the build's output, where it fails
   */
  public List<Path> classPath() {
    Path file = temporary(".classpath");
    try {
      Ended ended =
          run(
              List.of(
                  "test-compile",
                  CLASS_PATH,
                  "-Dmdep.includeScope=runtime",
                  "-Dmdep.outputFile=" + file));
      if (ended.code() != 0) {
        throw failed("the project does not build", ended);
      }
      List<Path> classPath = new ArrayList<>(List.of(classes()));
      Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
          .filter(it -> !it.isEmpty())
          .map(Path::of)
          .forEach(classPath::add);
      return classPath;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
  }

  /** Where compiled classes are, as in every project that does not say otherwise. */
  Path classes() {
    return folder.resolve("target").resolve("classes");
  }

  /** Where reports of tests are. */
  Path reports() {
    return folder.resolve("target").resolve("surefire-reports");
  }

  /**
   * Runs Maven in the project.
   *
   * @throws ConnectorException where there is no Maven, or it does not end
   */
  Ended run(List<String> arguments) {
    List<String> line = new ArrayList<>(List.of(maven(), "-B", "-q"));
    line.addAll(arguments);
    told.accept(String.join(" ", line));
    Path output = temporary(".log");
    try {
      Process process =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close(); // a build that asks gets no answer
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw failed("the build did not end within " + PATIENCE.toMinutes() + " minutes", output);
      }
      return new Ended(process.exitValue(), lastLines(output));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ConnectorException(
          ConnectorException.Kind.FAILED, "the build was interrupted", "run it again", stop);
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "Maven cannot be started: " + e.getMessage(),
          "install Maven, or say how the program starts: --command \"...\"",
          e);
    } finally {
      delete(output);
    }
  }

  private String maven() {
    Path wrapper = folder.resolve(WINDOWS ? "mvnw.cmd" : "mvnw");
    if (Files.isExecutable(wrapper)) {
      return wrapper.toAbsolutePath().toString();
    }
    return WINDOWS ? "mvn.cmd" : "mvn";
  }

  private ConnectorException failed(String message, Path output) throws IOException {
    return failed(message, new Ended(1, lastLines(output)));
  }

  private ConnectorException failed(String message, Ended ended) {
    ended.lastLines().forEach(told);
    return new ConnectorException(
        ConnectorException.Kind.FAILED,
        message + ", as Maven says above",
        "mend that first, or test the definition alone: --engine");
  }

  /** What says most: the errors, where they are marked, and not how to get more of them. */
  private static List<String> lastLines(Path output) throws IOException {
    List<String> lines =
        Files.readString(output)
            .lines()
            .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").stripTrailing())
            .filter(line -> !line.isBlank() && !ADVICE.matcher(line).matches())
            .toList();
    List<String> errors = lines.stream().filter(it -> it.startsWith("[ERROR]")).toList();
    List<String> telling = errors.isEmpty() ? lines : errors;
    return telling.subList(0, Math.min(SHOWN, telling.size()));
  }

  private static Path temporary(String suffix) {
    try {
      return Files.createTempFile("connector", suffix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      // It lies in the folder for temporary files.
    }
  }
}
