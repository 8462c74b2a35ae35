package dev.connector.spec.conformance.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a connector is started and how long it is waited for.
 *
 * @param line the program and its arguments
 * @param directory where it runs
 * @param environment all it is told, besides what a program needs to start at all
 * @param answer the longest silence of a command that has not ended
 * @param end the longest time to end in, once standard input has ended
 */
public record ProcessCommand(
    List<String> line,
    Path directory,
    Map<String, String> environment,
    Duration answer,
    Duration end) {

  /** What programs need to start at all, in any language; nothing a connector is configured by. */
  private static final List<String> NEEDED =
      List.of("PATH", "HOME", "JAVA_HOME", "LANG", "TMPDIR", "SystemRoot", "TEMP", "PATHEXT");

  public ProcessCommand {
    line = List.copyOf(line);
    environment = Map.copyOf(environment);
    if (line.isEmpty()) {
      throw new IllegalArgumentException("a process needs a program");
    }
  }

  /** A program that has two minutes for each sign of life, and a minute to end in. */
  public static ProcessCommand of(
      List<String> line, Path directory, Map<String, String> environment) {
    return new ProcessCommand(
        line, directory, environment, Duration.ofMinutes(2), Duration.ofMinutes(1));
  }

  /** The same with another patience for answers. */
  public ProcessCommand answer(Duration longest) {
    return new ProcessCommand(line, directory, environment, longest, end);
  }

  /** The same with another patience for the end. */
  public ProcessCommand end(Duration longest) {
    return new ProcessCommand(line, directory, environment, answer, longest);
  }

  /**
   * Starts the program.
   *
   * @throws ProtocolException where there is none that could be started
   */
  Process start() {
    try {
      return builder().start();
    } catch (IOException e) {
      throw new ProtocolException("cannot start " + line.get(0) + ": " + e.getMessage(), e);
    }
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(directory.toAbsolutePath().toFile());
    Map<String, String> inherited = Map.copyOf(builder.environment());
    builder.environment().clear();
    NEEDED.stream()
        .filter(inherited::containsKey)
        .forEach(name -> builder.environment().put(name, inherited.get(name)));
    builder.environment().putAll(environment);
    return builder;
  }

  /** Names the program only: the environment holds secrets. */
  @Override
  public String toString() {
    return "ProcessCommand" + line;
  }
}
