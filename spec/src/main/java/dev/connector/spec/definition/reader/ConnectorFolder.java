package dev.connector.spec.definition.reader;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.definition.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connector's definition with the schemas it names, as they lie in a folder.
 *
 * @param path the folder that {@code connector.json} is in
 * @param fixtures the folder of the vendor's exchanges, which need not be there
 * @param schemas by the path the definition has them at, {@code schemas/contact.json}
 */
public record ConnectorFolder(
    Path path, Path fixtures, Definition definition, Map<String, JsonNode> schemas) {

  /** More than a person writes; a file that is cut here is no JSON. */
  private static final int MOST_BYTES = 2 << 20;

  public ConnectorFolder {
    schemas = Map.copyOf(schemas);
  }

  /**
   * Reads a folder.
   *
   * @throws ConnectorException with all problems, where the definition or a schema cannot be used
   */
  public static ConnectorFolder read(Path path) {
    return of(path.resolve("connector.json"));
  }

  /** The same for a definition whose file may have another name. */
  public static ConnectorFolder of(Path file) {
    Path path = file.toAbsolutePath().getParent();
    Definition definition =
        new DefinitionReader(it -> Files.isRegularFile(path.resolve(it), NOFOLLOW_LINKS))
            .read(bytes(file))
            .orThrow(file.toString());
    Map<String, JsonNode> schemas = new TreeMap<>();
    definition
        .resources()
        .values()
        .forEach(it -> schemas.computeIfAbsent(it.record().schema(), at -> json(path.resolve(at))));
    return new ConnectorFolder(path, path.resolve("fixtures"), definition, schemas);
  }

  /** The same with its fixtures somewhere else, as in a project it was copied into. */
  public ConnectorFolder fixtures(Path elsewhere) {
    return new ConnectorFolder(path, elsewhere, definition, schemas);
  }

  private static JsonNode json(Path file) {
    try {
      return Json.parse(new String(bytes(file), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new ConnectorException(
          ConnectorException.Kind.CONFLICT,
          file + " is not JSON: " + e.getOriginalMessage(),
          "mend the file");
    }
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED, file + " cannot be read", "check the path", e);
    }
  }
}
