package dev.connector.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.runtime.message.Json;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * How far the resources of one connector were read: one file of JSON, replaced as a whole, so that
 * at any moment there is the old one or the new one.
 */
public final class StateFile {

  private static final int FORMAT = 1;
  private static final int MOST_BYTES = 64 << 20;

  private final Path file;
  private final ObjectNode document;

  private StateFile(Path file, ObjectNode document) {
    this.file = file;
    this.document = document;
  }

  /**
   * Opens a file, which need not be there yet, and makes sure that it can be written.
   *
   * @throws ConnectorException where it is not the state of this connector, or cannot be written
   */
  public static StateFile open(Path file, String connector) {
    ObjectNode document =
        content(file).map(text -> parsed(file, text, connector)).orElseGet(() -> fresh(connector));
    StateFile state = new StateFile(file, document);
    state.write();
    return state;
  }

  /** What the last checkpoint of a resource said. */
  public Optional<JsonNode> of(String resource) {
    return Optional.ofNullable(document.path("resources").get(resource));
  }

  /** Keeps a checkpoint; safe on the disk when this returns. */
  void keep(String resource, JsonNode state) {
    ((ObjectNode) document.get("resources")).set(resource, state);
    write();
  }

  private void write() {
    try {
      Path draft = Files.createTempFile(folder(), "." + file.getFileName(), ".part");
      try {
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
          ByteBuffer bytes = ByteBuffer.wrap((document + "\n").getBytes(StandardCharsets.UTF_8));
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
          out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "the state file " + file + " cannot be written",
          "name a file in a folder that you can write to: --state <file>",
          e);
    }
  }

  private Path folder() {
    return file.toAbsolutePath().getParent();
  }

  private static Optional<String> content(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.FAILED,
          "the state file " + file + " cannot be read",
          "check what it is and its permissions",
          e);
    }
  }

  private static ObjectNode fresh(String connector) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("format", FORMAT).put("connector", connector).putObject("resources");
    return document;
  }

  private static ObjectNode parsed(Path file, String text, String connector) {
    try {
      JsonNode document = Json.parse(text);
      if (document.path("format").asInt() != FORMAT || !document.path("resources").isObject()) {
        throw notOurs(file, "is no state file", null);
      }
      String whose = document.path("connector").asText();
      if (!whose.equals(connector)) {
        throw notOurs(file, "is the state of another connector than " + connector, null);
      }
      return (ObjectNode) document;
    } catch (JsonProcessingException e) {
      throw notOurs(file, "is not JSON", e);
    }
  }

  private static ConnectorException notOurs(Path file, String what, Exception cause) {
    return new ConnectorException(
        ConnectorException.Kind.USAGE,
        file + " " + what,
        "name another file, or remove this one to read from the beginning",
        cause);
  }
}
