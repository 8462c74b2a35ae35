package dev.connector.cli.distribution;

import dev.connector.cli.command.Invocation;
import dev.connector.cli.terminal.Capabilities;
import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Does once what short commands do, so that the JVM can write down which classes that takes: reads
 * the packed registry, a git repository, a server that speaks TLS as far as the first message, and
 * an API that hangs up.
 */
public final class Training {

  private final Path distribution;
  private final Path scratch;
  private final Map<String, String> variables = new HashMap<>();

  private Training(Path distribution, Path scratch) {
    this.distribution = distribution;
    this.scratch = scratch;
    variables.put("CONNECTOR_CACHE", scratch.resolve("cache").toString());
  }

  /** Takes the distribution and a folder to work in, which is emptied first. */
  public static void main(String[] arguments) throws Exception {
    Path scratch = Path.of(arguments[1]);
    empty(scratch);
    Class.forName("dev.connector.cli.Main");
    new Training(Path.of(arguments[0]).toRealPath(), scratch.toRealPath()).run();
  }

  private void run() throws Exception {
    Path clone = scratch.resolve("registry.git");
    String name = PackedRepository.unpack(distribution.resolve(Content.PACKED), clone);
    expect(0, "list");
    expect(0, "list", "--json");
    expect(0, "search", name);
    expect(0, "view", name);
    expect(0, "add", name, "--yes", "--cwd", "project");
    expect(0, "add", name, "--cwd", "project", "--dry-run");
    expect(0, "add", name, "--cwd", "project", "--json");
    expect(0, "status", "--cwd", "project");
    expect(0, "validate", name, "--cwd", "project");
    expect(0, "add", clone.toUri() + "#" + name, "--yes", "--cwd", "other");
    expect(0, "new", "--from-openapi", description("shop.json"), "--yes", "--cwd", "made");
    expect(0, "new", "--from-openapi", description("depot.yaml"), "--yes", "--cwd", "made");
    expect(2, "nonsense");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread deaf = new Thread(() -> hangUp(server));
      deaf.setDaemon(true);
      deaf.start();
      URI address = URI.create("https://localhost:" + server.getLocalPort() + "/registry.git");
      expect(5, "add", address + "#" + name, "--cwd", "other");
      variables.put("DEAF_BASE_URL", "http://localhost:" + server.getLocalPort());
      variables.put("DEAF_MAX_RETRIES", "0");
      expect(5, "run", definition().toString(), "--allow-loopback");
    }
  }

  /** Unpacks a description that has a little of all that descriptions have. */
  private String description(String name) throws IOException {
    Path file = scratch.resolve(name);
    try (InputStream in = Training.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file.toString();
  }

  private Path definition() throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("deaf/schemas")).getParent();
    Files.writeString(folder.resolve("schemas/thing.json"), "{\"type\": \"object\"}");
    return Files.writeString(
        folder.resolve("connector.json"),
        """
        { "format": 1, "name": "deaf", "version": "1.0.0", "title": "Deaf", "description": "None.",
          "baseUrl": "https://api.invalid",
          "settings": { "token": { "title": "Token", "secret": true, "required": false } },
          "authentication": [ { "type": "bearer", "token": "{token}" }, { "type": "none" } ],
          "resources": {
            "things": {
              "schema": "schemas/thing.json", "primaryKey": ["/id"],
              "operations": { "list": { "path": "/things", "records": "/items" } } } } }
        """);
  }

  private void expect(int code, String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream quiet = new PrintStream(said, false, StandardCharsets.UTF_8);
    Environment environment =
        new Environment(
            new Terminal(
                InputStream.nullInputStream(),
                StandardCharsets.UTF_8,
                quiet,
                quiet,
                Capabilities.none()),
            scratch,
            variables,
            Clock.systemUTC(),
            Optional.of(distribution));
    int actual = new Invocation(environment).run(arguments);
    if (actual != code) {
      throw new IllegalStateException(
          "connector " + String.join(" ", arguments) + " exited with " + actual + "\n" + said);
    }
  }

  private static void hangUp(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        caller.getInputStream().read();
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        tree.sorted(Comparator.reverseOrder()).forEach(Training::delete);
      }
    }
    Files.createDirectories(folder);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
