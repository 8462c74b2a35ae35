package dev.connector.registry.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a registry, made up for a test and then put where the test needs them. */
final class Sample {

  static final String PACKAGE = "dev/connector/connectors/";

  private final List<Node> nodes = new ArrayList<>();

  /** Something in a registry; content is a link's target where it is a link. */
  record Node(List<String> segments, Entry.Type type, byte[] content) {
    String path() {
      return String.join("/", segments);
    }
  }

  static Sample registry() {
    return new Sample();
  }

  /** With the runtime for Java 1.2.0, beside its build file and tests, which are not part of it. */
  Sample runtime() {
    return runtime("1.2.0");
  }

  Sample runtime(String version) {
    String main = "src/main/java/dev/connector/runtime/";
    return file("runtime/java/" + main + "ApiClient.java", "package dev.connector.runtime;\n")
        .file("runtime/java/pom.xml", "<project/>")
        .file("runtime/java/src/test/java/dev/connector/runtime/ApiClientTest.java", "class T {}")
        .file(
            "runtime/java/item.json",
            "{\"format\": 1, \"language\": \"java\", \"version\": \""
                + version
                + "\", \"release\": 17, \"package\": \"dev.connector.runtime\","
                + " \"sources\": {\"main\": \"src/main/java\"}, \"dependencies\": ["
                + "{\"id\": \"com.squareup.okhttp3:okhttp-jvm:5.5.1\", \"scope\": \"main\"}]}");
  }

  Sample connector(String name) {
    return connector(name, Map.of("runtime", "^1.0.0"));
  }

  Sample connector(String name, Map<String, String> requires) {
    return file(name, "connector.json", definition(name, "1.0.0"))
        .file(name, "README.md", "# " + name)
        .file(name, "schemas/thing.json", "{}")
        .file(name, "fixtures/things.list.json", "{}")
        .file(name, "java/item.json", manifest(name, requires))
        .file(
            name, source(name, "Client.java"), "package dev.connector.connectors." + name + ";\n");
  }

  static String definition(String name, String version) {
    return "{\"format\": 1, \"name\": \""
        + name
        + "\", \"version\": \""
        + version
        + "\", \"title\": \""
        + name.substring(0, 1).toUpperCase()
        + name.substring(1)
        + "\", \"description\": \"Reads everything "
        + name
        + " has.\"}";
  }

  static String manifest(String name, Map<String, String> requires) {
    StringBuilder ranges = new StringBuilder();
    new TreeMap<>(requires)
        .forEach(
            (item, range) ->
                ranges
                    .append(ranges.length() == 0 ? "" : ", ")
                    .append('"' + item + "\": \"" + range + '"'));
    return "{\"format\": 1, \"language\": \"java\", \"release\": 17,"
        + " \"package\": \"dev.connector.connectors."
        + name
        + "\", \"sources\": {\"main\": \"src/main/java\", \"test\": \"src/test/java\"},"
        + " \"requires\": {"
        + ranges
        + "}}";
  }

  static String source(String name, String file) {
    return "java/src/main/java/" + PACKAGE + name + "/" + file;
  }

  /** A file of a connector. */
  Sample file(String connector, String path, String content) {
    return file("connectors/" + connector + "/" + path, content);
  }

  Sample file(String path, String content) {
    return put(Entry.Type.FILE, content.getBytes(StandardCharsets.UTF_8), path.split("/"));
  }

  /** Anything at all, by names that need not be valid; it replaces what is there. */
  Sample put(Entry.Type type, byte[] content, String... segments) {
    Node node = new Node(List.of(segments), type, content);
    nodes.removeIf(known -> (known.path() + "/").startsWith(node.path() + "/"));
    nodes.add(node);
    return this;
  }

  /** As {@link #put}, beside what has the same path. */
  Sample addTwin(String content, String... segments) {
    nodes.add(
        new Node(List.of(segments), Entry.Type.FILE, content.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  Sample without(String path) {
    nodes.removeIf(node -> node.path().equals(path));
    return this;
  }

  List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** Writes it into a folder, which it returns. */
  Path in(Path folder) {
    try {
      for (Node node : nodes) {
        Path path = folder;
        for (String segment : node.segments()) {
          path = path.resolve(segment);
        }
        Files.createDirectories(path.getParent());
        if (node.type() == Entry.Type.LINK) {
          Files.createSymbolicLink(path, Path.of(text(node)));
        } else {
          Files.write(path, node.content());
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Node node) {
    return new String(node.content(), StandardCharsets.UTF_8);
  }
}
