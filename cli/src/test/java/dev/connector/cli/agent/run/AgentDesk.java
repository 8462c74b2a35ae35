package dev.connector.cli.agent.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.Answer;
import dev.connector.cli.agent.model.ModelServer;
import dev.connector.cli.agent.model.Provider;
import dev.connector.cli.command.Invocation;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import dev.connector.registry.source.RegistryPacker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A user's folder, the program, and a model whose answers are written down beforehand. */
final class AgentDesk implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;
  private final ModelServer model;
  private final Path application;
  private final Map<String, String> variables = new HashMap<>();

  /** What a command came to. */
  record Said(int exitCode, String output, String error) {}

  AgentDesk(Path root, ModelServer model) throws IOException {
    this.root = root;
    this.model = model;
    this.application = root.resolve("application");
    RegistryPacker.pack(
        Path.of("../registry"), application.resolve("registry/default.zip"), "", "");
    Files.createDirectories(folder());
    variables.put("CONNECTOR_CACHE", root.resolve("cache").toString());
    variables.put("CONNECTOR_TOKENS", root.resolve("tokens").toString());
    variables.put("CONNECTOR_CONFIG", root.resolve("config").toString());
    variables.put("PATH", System.getenv("PATH"));
  }

  Path folder() {
    return root.resolve("work");
  }

  AgentDesk with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  ModelServer model() {
    return model;
  }

  /** Runs the agent with the model. */
  Said agent(String... arguments) {
    return connector(
        Stream.concat(
                Stream.of("agent"),
                Stream.concat(
                    Stream.of(arguments),
                    Stream.of(
                        "--base-url",
                        model.url(Provider.ANTHROPIC),
                        "--provider",
                        "anthropic",
                        "--model",
                        "double")))
            .toArray(String[]::new));
  }

  /** Runs the program. */
  Said connector(String... arguments) {
    Screen screen = Screen.none();
    Environment environment =
        new Environment(
            screen.terminal(), folder(), variables, Clock.systemUTC(), Optional.of(application));
    int code = new Invocation(environment).run(arguments);
    return new Said(code, screen.output(), screen.error());
  }

  /** Every file of the project but transcripts and the journal, by path. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder())) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder().relativize(path).toString();
        if (!name.startsWith(".connectors/undo") && !name.startsWith(".connectors/agent")) {
          files.put(name, Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
      return files;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The transcripts that were written, oldest first. */
  List<Path> transcripts() {
    try (Stream<Path> paths = Files.list(folder().resolve(".connectors/agent"))) {
      return paths.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A proposal of a whole connector that lies in a folder. */
  static Answer proposal(Path folder) {
    try {
      ObjectNode arguments = JSON.createObjectNode();
      arguments.set("definition", JSON.readTree(folder.resolve("connector.json").toFile()));
      ObjectNode schemas = arguments.putObject("schemas");
      try (Stream<Path> files = Files.list(folder.resolve("schemas"))) {
        for (Path file : files.sorted().toList()) {
          schemas.set("schemas/" + file.getFileName(), JSON.readTree(file.toFile()));
        }
      }
      return Answer.call("propose_definition", arguments);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A reviewer's answer without a doubt. */
  static Answer approval() {
    ObjectNode arguments = JSON.createObjectNode();
    arguments.putArray("findings");
    arguments.putArray("open").add("Find out how long deleted records can be read.");
    return Answer.call("report", arguments);
  }

  @Override
  public void close() {
    model.close();
  }
}
