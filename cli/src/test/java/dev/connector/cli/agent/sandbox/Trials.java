package dev.connector.cli.agent.sandbox;

import dev.connector.cli.terminal.Environment;
import dev.connector.cli.terminal.Screen;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tests of the sandbox share: the sandbox of this machine, and connectors of the registry. */
final class Trials {

  private static final Path CONNECTORS = Path.of("../registry/connectors");

  private Trials() {}

  /** The sandbox; empty, and said so on the screen, where this machine has none. */
  static Optional<Sandbox> sandbox() {
    try {
      return Optional.of(Bubblewrap.on(System.getenv().getOrDefault("PATH", "")));
    } catch (ConnectorException none) {
      System.out.println("sandbox test skipped: " + none.getMessage());
      return Optional.empty();
    }
  }

  /** Judges a connector. */
  static TrialResult judge(Sandbox sandbox, Candidate candidate) {
    Environment environment =
        new Environment(
            Screen.none().terminal(), Path.of(""), Map.of(), Clock.systemUTC(), Optional.empty());
    return new Trial(sandbox, environment).of(candidate);
  }

  /** The files of a connector of the registry. */
  static Map<String, byte[]> files(String connector) throws IOException {
    Path folder = CONNECTORS.resolve(connector);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** The same with a text of one file replaced, which has to be there. */
  static Map<String, byte[]> replaced(
      Map<String, byte[]> files, String path, String text, String by) {
    String before = new String(files.get(path), StandardCharsets.UTF_8);
    if (!before.contains(text)) {
      throw new IllegalArgumentException(path + " has no " + text);
    }
    Map<String, byte[]> changed = new TreeMap<>(files);
    changed.put(path, before.replace(text, by).getBytes(StandardCharsets.UTF_8));
    return changed;
  }
}
