package dev.connector.scaffold.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.scaffold.render.ConnectorRenderer;
import dev.connector.scaffold.render.ConnectorSource;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A connector of the registry: what its Java should be by its definition, and what it is. Files are
 * named by their path in the connector's folder.
 */
record RegistryConnector(Path folder) {

  private static final Path REGISTRY = Path.of("../registry/connectors");
  private static final String JAVA = "java/src/";

  /** What else there is in Java, a reason each. Beside the folders, for those are installed. */
  private static final Path OVERLAY = REGISTRY.resolve("overlay.json");

  /** All of them, by name. */
  static List<RegistryConnector> all() throws IOException {
    try (Stream<Path> folders = Files.list(REGISTRY)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("java/item.json")))
          .sorted()
          .map(RegistryConnector::new)
          .toList();
    }
  }

  /** The Java files that its definition, schemas and fixtures give. */
  Map<String, String> rendered() throws IOException {
    ConnectorFolder connector = ConnectorFolder.read(folder);
    Map<String, String> java = new TreeMap<>();
    new ConnectorRenderer()
        .render(
            new ConnectorSource(
                json(folder.resolve("connector.json")),
                connector.definition(),
                connector.schemas(),
                fixtures()))
        .forEach(
            (path, content) -> {
              if (path.startsWith(JAVA)) {
                java.put(path, new String(content, StandardCharsets.UTF_8));
              }
            });
    return java;
  }

  /** The Java files that people wrote: the reason for each. */
  Map<String, String> overlay() throws IOException {
    Map<String, String> overlay = new TreeMap<>();
    json(OVERLAY)
        .path(toString())
        .properties()
        .forEach(file -> overlay.put(file.getKey(), file.getValue().asText()));
    return overlay;
  }

  /** The Java files that there are. */
  Map<String, String> present() throws IOException {
    Map<String, String> present = new TreeMap<>();
    for (Path file : below(JAVA)) {
      present.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    return present;
  }

  /**
   * Makes the Java files what they should be: writes those rendered, deletes what nothing gives.
   */
  void render() throws IOException {
    Map<String, String> rendered = rendered();
    Set<String> superfluous = new TreeSet<>(present().keySet());
    superfluous.removeAll(rendered.keySet());
    superfluous.removeAll(overlay().keySet());
    for (String path : superfluous) {
      Files.delete(folder.resolve(path));
    }
    for (Map.Entry<String, String> file : rendered.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private Map<String, JsonNode> fixtures() throws IOException {
    Map<String, JsonNode> fixtures = new TreeMap<>();
    for (Path file : below("fixtures")) {
      fixtures.put("fixtures/" + file.getFileName(), json(file));
    }
    return fixtures;
  }

  private List<Path> below(String path) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(path))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static JsonNode json(Path file) throws IOException {
    return Json.parse(Files.readAllBytes(file));
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
