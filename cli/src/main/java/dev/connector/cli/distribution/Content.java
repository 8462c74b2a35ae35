package dev.connector.cli.distribution;

import dev.connector.cli.command.Commands;
import dev.connector.cli.command.HelpText;
import dev.connector.cli.command.Version;
import dev.connector.cli.terminal.Capabilities;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.source.RegistryPacker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Writes the help files, the version and the packed registry into the distribution. */
public final class Content {

  static final String PACKED = "registry/default.zip";

  private Content() {}

  /** Takes the project's root folder and the distribution's. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]).toRealPath();
    Path distribution = Path.of(arguments[1]);
    writeHelp(distribution, environment(root));
    write(distribution.resolve("lib/version"), Version.line() + "\n");
    RegistryPacker.pack(
        root.resolve("registry"), distribution.resolve(PACKED), SourceCommit.of(root), "");
  }

  private static void writeHelp(Path distribution, Environment environment) throws IOException {
    Path help = distribution.resolve("help");
    write(help.resolve(HelpText.ROOT + ".txt"), HelpText.of(environment, HelpText.ROOT));
    for (String command : Commands.names()) {
      write(help.resolve(command + ".txt"), HelpText.of(environment, command));
    }
  }

  private static Environment environment(Path directory) {
    Terminal silent =
        new Terminal(
            InputStream.nullInputStream(),
            StandardCharsets.UTF_8,
            System.err,
            System.err,
            Capabilities.none());
    return new Environment(silent, directory, Map.of(), Clock.systemUTC(), Optional.empty());
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
