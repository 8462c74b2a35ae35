package dev.connector.registry.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Our JSON files in a project: made for reading in a diff, the same bytes on every machine. */
final class ProjectJson {

  static final int FORMAT = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ProjectJson() {}

  static ObjectNode document() {
    return MAPPER.createObjectNode().put("format", FORMAT);
  }

  static JsonNode read(String path, byte[] content) {
    try {
      JsonNode node = MAPPER.readTree(content);
      if (!node.isObject()) {
        throw unreadable(path, "it holds no object", null);
      }
      if (node.path("format").asInt() != FORMAT) {
        throw unreadable(path, "its format is not " + FORMAT, null);
      }
      return node;
    } catch (JsonProcessingException malformed) {
      throw unreadable(path, malformed.getOriginalMessage(), malformed);
    } catch (IOException impossible) {
      throw unreadable(path, impossible.getMessage(), impossible);
    }
  }

  static byte[] write(ObjectNode node) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    try {
      String text = MAPPER.writer(printer).writeValueAsString(node) + "\n";
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static ConnectorException unreadable(String path, String why, Exception cause) {
    return new ConnectorException(
        Kind.FAILED,
        path + " cannot be read: " + why,
        "restore it from your version control, or update connector",
        cause);
  }
}
