package dev.connector.cli;

import dev.connector.cli.command.Invocation;
import dev.connector.cli.terminal.Capabilities;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.StandardStream;
import dev.connector.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The process: makes the world from it, runs one command, and alone ends the JVM. */
public final class Main {

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new Invocation(environment()).run(arguments));
  }

  private static Environment environment() {
    return new Environment(
        terminal(),
        Path.of(System.getProperty("user.dir")),
        System.getenv(),
        Clock.systemUTC(),
        Optional.ofNullable(System.getProperty("connector.application")).map(Path::of));
  }

  private static Terminal terminal() {
    Map<String, String> variables = System.getenv();
    Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    Capabilities capabilities =
        Capabilities.of(
            System.getProperty("connector.screens", System.console() == null ? "" : "012"),
            System.getProperty("connector.width", variables.getOrDefault("COLUMNS", "")),
            variables);
    return new Terminal(
        System.in,
        charset,
        StandardStream.of(FileDescriptor.out, charset),
        StandardStream.of(FileDescriptor.err, charset),
        capabilities);
  }
}
