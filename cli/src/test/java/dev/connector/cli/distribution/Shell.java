package dev.connector.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts real processes and waits for them. */
final class Shell {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What a process left behind. */
  record Ended(int exitCode, String output, String error) {

    Ended succeeded() {
      assertThat(exitCode).as("%s\n%s", output, error).isZero();
      return this;
    }
  }

  private final Path directory;
  private final Map<String, String> variables;

  private Shell(Path directory, Map<String, String> variables) {
    this.directory = directory;
    this.variables = variables;
  }

  /** In a folder, with the variables of this process; class data sharing is switched off. */
  static Shell in(Path directory) {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("CONNECTOR_CDS", "off");
    return new Shell(directory, variables);
  }

  /** The same with a variable set; an empty value unsets it. */
  Shell with(String name, String value) {
    Map<String, String> changed = new HashMap<>(variables);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Shell(directory, changed);
  }

  Process start(Path output, Path error, Object... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command).stream().map(Object::toString).toList())
            .directory(directory.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .redirectError(error.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder.start();
  }

  Ended run(Object... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("shell", ".out");
    Path error = Files.createTempFile("shell", ".err");
    try {
      Process process = start(output, error, command);
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + List.of(command));
      }
      return new Ended(process.exitValue(), Files.readString(output), Files.readString(error));
    } finally {
      Files.delete(output);
      Files.delete(error);
    }
  }
}
