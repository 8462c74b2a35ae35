package dev.connector.cli.command;

import dev.connector.cli.mcp.McpService;
import dev.connector.cli.mcp.Program;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Terminal;
import dev.connector.registry.lesson.Lessons;
import dev.connector.registry.source.PackedRegistry;
import dev.connector.spec.ConnectorException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code connector mcp}: the commands as tools of a coding assistant. */
@Command(
    name = "mcp",
    synopsisSubcommandLabel = "[<command>]",
    description = "Serve the commands to a coding assistant (MCP).",
    footerHeading = "%nExamples:%n",
    footer = {
      "  connector mcp init --client claude     tell Claude Code about it, in this project",
      "  connector mcp                          what the assistant then starts",
      "",
      "It speaks the Model Context Protocol on standard input and output, and ends when",
      "its input does. It works in this folder and below, and nowhere else. Credentials",
      "are read from the environment and from .env; the assistant never sees them."
    })
final class McpCommand implements Callable<Integer>, CommandGroup {

  private final Environment environment;

  @Mixin private PlaceOptions place;

  McpCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Map<String, Callable<Integer>> members() {
    return Map.of("init", new McpInitCommand(environment));
  }

  @Override
  public Integer call() {
    Terminal terminal = environment.terminal();
    if (terminal.interactive()) {
      terminal.note("note:  waiting for a client's messages on standard input; Ctrl-D ends");
    }
    // What a library prints must not get between the messages.
    System.setOut(System.err);
    Path directory = place.directory(environment);
    Environment here =
        new Environment(
            terminal,
            directory,
            environment.variables(),
            environment.clock(),
            environment.application());
    Served.serve(here);
    return ExitCode.DONE.number();
  }

  /** The program as the server sees it; apart, so that other commands load nothing of a server. */
  private static final class Served implements Program {

    static void serve(Environment environment) {
      Terminal terminal = environment.terminal();
      new McpService(environment, new Served(), lessons(environment))
          .serve(terminal.document(), line -> write(terminal, line), Version.number());
    }

    /** Those that came with the program; where its registry cannot be read, the tools tell why. */
    private static Lessons lessons(Environment environment) {
      try (PackedRegistry registry = PackedRegistry.open(RegistryOptions.packed(environment))) {
        return registry.lessons();
      } catch (ConnectorException unreadable) {
        return Lessons.none();
      }
    }

    private static synchronized void write(Terminal terminal, byte[] line) {
      terminal.write(line);
      terminal.flushOutput();
    }

    @Override
    public CommandLine commands(Environment environment) {
      return Commands.all(environment);
    }

    @Override
    public int run(Environment environment, String... arguments) {
      return new Invocation(environment).run(arguments);
    }
  }
}
