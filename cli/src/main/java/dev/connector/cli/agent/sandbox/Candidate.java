package dev.connector.cli.agent.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A connector that is to be judged.
 *
 * @param name what it is called where its definition does not tell
 * @param files by the paths a connector's folder has them at: {@code connector.json}, {@code
 *     schemas/...}, {@code fixtures/...}, and the others a registry wants
 * @param code where it has any that can be judged
 */
public record Candidate(String name, Map<String, byte[]> files, Optional<Code> code) {

  private static final String MAIN = "java/src/main/java/";
  private static final String TEST = "java/src/test/java/";
  private static final String PROGRAM = "/ConnectorMain.java";
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_$@+ .-]+(/[A-Za-z0-9_$@+ .-]+)*");

  /**
   * A connector's Java code. Sources are named by the paths that findings are to call them by, so
   * that those of a project may have the project's paths.
   *
   * @param main sources, a copy of the runtime in the user's package among them
   * @param test sources of the connector's own tests
   * @param resources that it and its tests read, by their paths on the class path
   * @param program the name of its class {@code ConnectorMain}
   */
  public record Code(
      Map<String, byte[]> main,
      Map<String, byte[]> test,
      Map<String, byte[]> resources,
      String program) {
    public Code {
      main = checked(main);
      test = checked(test);
      resources = checked(resources);
      Objects.requireNonNull(program);
    }
  }

  public Candidate {
    Objects.requireNonNull(name);
    files = checked(files);
    Objects.requireNonNull(code);
  }

  /** A connector as a registry's folder has it, with its Java code where there is some. */
  public static Candidate of(String name, Map<String, byte[]> files) {
    Map<String, byte[]> main = below(MAIN, files);
    Optional<String> program =
        main.keySet().stream().filter(it -> it.endsWith(PROGRAM)).findFirst();
    Map<String, byte[]> resources = new LinkedHashMap<>();
    files.forEach(
        (path, content) -> {
          if (path.startsWith("schemas/") || path.startsWith("fixtures/")) {
            resources.put("connectors/" + name + "/" + path, content);
          }
        });
    return new Candidate(
        name, files, program.map(it -> new Code(main, below(TEST, files), resources, type(it))));
  }

  private static Map<String, byte[]> below(String folder, Map<String, byte[]> files) {
    Map<String, byte[]> below = new TreeMap<>(files);
    below.keySet().removeIf(it -> !it.startsWith(folder) || !it.endsWith(".java"));
    return below;
  }

  private static String type(String path) {
    return path.substring(MAIN.length(), path.length() - ".java".length()).replace('/', '.');
  }

  /** Paths are written below a folder, and are to stay there. */
  private static Map<String, byte[]> checked(Map<String, byte[]> files) {
    for (String path : files.keySet()) {
      if (!PATH.matcher(path).matches() || ("/" + path + "/").contains("/../")) {
        throw new IllegalArgumentException("no path within a connector: " + path);
      }
    }
    return Map.copyOf(files);
  }
}
