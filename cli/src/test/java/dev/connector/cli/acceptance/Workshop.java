package dev.connector.cli.acceptance;

import dev.connector.cli.command.Invocation;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import dev.connector.spec.conformance.mock.MockApi;
import dev.connector.spec.conformance.mock.MockOptions;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The world an acceptance script runs in: an empty folder, a packed registry, and these verbs.
 *
 * <pre>
 * connector ...        the program, in-process
 * write file text      replaces a file; {@code \n} begins a line
 * append file text     adds a line to a file
 * edit file from to    writes one word in place of another
 * remove file          removes a file
 * registry folder      writes the registry as a folder
 * rename file file     gives a file another name
 * show file            prints a file
 * files folder         prints the files below a folder
 * api folder           serves the API of a connector's definition to the commands that follow
 * repository folder    makes a bare git repository of the small registry
 * set NAME value       sets an environment variable; to nothing, takes it away
 * cd folder            goes to a folder below the first one, which {@code cd .} is; makes it
 * </pre>
 */
final class Workshop implements AutoCloseable {

  /** What a command said. */
  record Said(String output, String error, int exitCode) {}

  private static final Set<String> GROUPS = Set.of("auth", "mcp", "registry");

  private final Path root;
  private final Path application;
  private final Schemas schemas;
  private final Map<String, String> variables = new HashMap<>();
  private final List<MockApi> apis = new ArrayList<>();
  private Path directory;

  Workshop(Path root, Path application, Schemas schemas) {
    this.root = root;
    this.schemas = schemas;
    this.application = application;
    this.directory = root;
    variables.put("CONNECTOR_CACHE", root.resolveSibling("cache").toString());
    variables.put("CONNECTOR_TOKENS", root.resolveSibling("tokens").toString());
    variables.put("CONNECTOR_CONFIG", root.resolveSibling("config").toString());
  }

  Said run(String command) throws IOException {
    List<String> words = Stream.of(command.split(" +")).map(this::filled).toList();
    String rest = words.size() < 3 ? "" : command.split(" +", 3)[2];
    return switch (words.get(0)) {
      case "connector" -> connector(words.subList(1, words.size()));
      case "write" -> write(words.get(1), rest);
      case "append" -> append(words.get(1), rest);
      case "edit" -> edit(words.get(1), words.get(2), words.get(3));
      case "registry" -> registry(words.get(1));
      case "remove" -> remove(words.get(1));
      case "rename" -> rename(words.get(1), words.get(2));
      case "show" -> said(Files.readString(directory.resolve(words.get(1))));
      case "files" -> said(files(directory.resolve(words.get(1))));
      case "api" -> serve(words.get(1));
      case "repository" -> repository(root.resolve(words.get(1)));
      case "set" -> set(words.get(1), filled(rest));
      case "cd" -> enter(words.get(1));
      default -> throw new IllegalArgumentException("no such verb: " + command);
    };
  }

  private Said connector(List<String> arguments) throws IOException {
    Screen screen = Screen.none();
    Environment environment =
        new Environment(
            screen.terminal(),
            directory,
            variables,
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC),
            Optional.of(application));
    int code = new Invocation(environment).run(arguments.toArray(new String[0]));
    if (arguments.contains("--json")) {
      schemas.check(name(arguments), screen.output());
    }
    return new Said(emptied(screen.output()), emptied(screen.error()), code);
  }

  private Said serve(String folder) {
    ConnectorFolder connector = ConnectorFolder.read(directory.resolve(folder));
    MockApi api =
        MockApi.start(connector.definition(), connector.schemas(), new MockOptions(1, 5, 2));
    apis.add(api);
    variables.putAll(api.environment());
    return said("");
  }

  private Said repository(Path folder) throws IOException {
    BareRepository.of(SmallRegistry.write(root.resolveSibling("small")), folder);
    return said("");
  }

  private Said set(String name, String value) {
    variables.put(name, value);
    if (value.isEmpty()) {
      variables.remove(name);
    }
    return said("");
  }

  @Override
  public void close() {
    apis.forEach(MockApi::close);
  }

  private static String name(List<String> arguments) {
    String first = arguments.get(0);
    return GROUPS.contains(first) ? first + "-" + arguments.get(1) : first;
  }

  private Said write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text.replace("\\n", "\n") + "\n");
    return said("");
  }

  private Said append(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.writeString(path, Files.readString(path) + text + "\n");
    return said("");
  }

  private Said edit(String file, String from, String to) throws IOException {
    Path path = directory.resolve(file);
    String content = Files.readString(path);
    if (!content.contains(from)) {
      throw new IllegalArgumentException(file + " has no " + from);
    }
    Files.writeString(path, content.replace(from, to));
    return said("");
  }

  private Said registry(String folder) throws IOException {
    SmallRegistry.write(directory.resolve(folder));
    return said("");
  }

  private Said remove(String file) throws IOException {
    Files.delete(directory.resolve(file));
    return said("");
  }

  private Said rename(String from, String to) throws IOException {
    Files.move(directory.resolve(from), directory.resolve(to));
    return said("");
  }

  private Said enter(String folder) throws IOException {
    directory = root.resolve(folder).normalize();
    Files.createDirectories(directory);
    return said("");
  }

  private static String files(Path folder) throws IOException {
    StringBuilder names = new StringBuilder();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        names.append(folder.relativize(file).toString().replace('\\', '/')).append('\n');
      }
    }
    return names.toString();
  }

  private Said said(String output) {
    return new Said(output, "", 0);
  }

  private String filled(String word) {
    return word.replace("{work}", root.toString());
  }

  private String emptied(String text) {
    return text.replace(root.toString(), "{work}")
        .replace(root.resolveSibling("tokens").toString(), "{tokens}")
        .replace(root.resolveSibling("config").toString(), "{config}");
  }
}
