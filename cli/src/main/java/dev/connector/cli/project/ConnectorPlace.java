package dev.connector.cli.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.registry.workspace.Lock;
import dev.connector.runtime.message.Json;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.reader.DefinitionReader;
import dev.connector.spec.definition.reader.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Where a connector's definition lies, with its schemas beside it. */
public sealed interface ConnectorPlace {

  /** A definition or a schema that is larger was not written by a person. */
  int MOST_BYTES = 1 << 20;

  /** What to call it in messages: what the user would type. */
  String title();

  /** The file of the definition. */
  Path definition();

  /**
   * A connector that was added to a project.
   *
   * @param project the project's folder
   */
  record InProject(String title, Path project, Lock.Entry entry) implements ConnectorPlace {
    public InProject {
      Objects.requireNonNull(title);
      Objects.requireNonNull(project);
      Objects.requireNonNull(entry);
    }

    @Override
    public Path definition() {
      return project.resolve(".connectors").resolve(title).resolve(ConnectorPlaces.DEFINITION);
    }
  }

  /** A connector in a folder of its own, such as one in a clone of a registry. */
  record InFolder(String title, Path definition) implements ConnectorPlace {
    public InFolder {
      Objects.requireNonNull(title);
      Objects.requireNonNull(definition);
    }
  }

  /** The folder of the definition. */
  default Path folder() {
    return definition().toAbsolutePath().getParent();
  }

  /** The definition, or all that is wrong with it. */
  default ReadResult read() {
    return new DefinitionReader(
            path ->
                Files.isRegularFile(folder().resolve(path).normalize(), LinkOption.NOFOLLOW_LINKS))
        .read(bytes(definition()));
  }

  /**
   * The schemas of a definition by the paths it names them by.
   *
   * @throws ConnectorException where one is no JSON
   */
  default Map<String, JsonNode> schemas(Definition definition) {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    for (Resource resource : definition.resources().values()) {
      schemas.computeIfAbsent(resource.record().schema(), path -> json(folder().resolve(path)));
    }
    return schemas;
  }

  private JsonNode json(Path file) {
    try {
      return Json.parse(new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.CONFLICT,
          file + " is not JSON",
          "see what is wrong with it: connector validate " + title(),
          e);
    }
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          file + " cannot be read",
          "bring back what is missing: connector status",
          e);
    }
  }
}
