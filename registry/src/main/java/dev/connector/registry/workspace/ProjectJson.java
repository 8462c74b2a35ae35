package dev.connector.registry.workspace;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.registry.workspace.merge.ThreeWay;
import dev.connector.spec.ConnectorException;
import dev.connector.spec.ConnectorException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Our JSON files: made for reading in a diff, the same bytes on every machine. */
public final class ProjectJson {

  static final int FORMAT = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ProjectJson() {}

  /** A document to fill in. */
  public static ObjectNode document() {
    return MAPPER.createObjectNode().put("format", FORMAT);
  }

  /**
   * The document in a file.
   *
   * @param path for messages
   * @throws ConnectorException of kind FAILED where it holds none of our format
   */
  public static JsonNode read(String path, byte[] content) {
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
      throw malformed(path, content, malformed);
    } catch (IOException impossible) {
      throw unreadable(path, impossible.getMessage(), impossible);
    }
  }

  /** As it is written. */
  public static byte[] write(ObjectNode node) {
    StringBuilder text = new StringBuilder();
    write(node, "\n", text);
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What holds no other container stands on one line, so that a line of a diff is one thing. */
  private static void write(JsonNode node, String newline, StringBuilder text) {
    boolean leaf = newline.length() > 1 && node.valueStream().noneMatch(JsonNode::isContainerNode);
    if (leaf || node.isEmpty()) {
      text.append(node.isEmpty() ? node.toString() : inline(node));
      return;
    }
    String inner = newline + "  ";
    String separator = "";
    text.append(node.isObject() ? '{' : '[');
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        text.append(separator).append(inner).append(TextNode.valueOf(field.getKey())).append(": ");
        write(field.getValue(), inner, text);
        separator = ",";
      }
    } else {
      for (JsonNode element : node) {
        text.append(separator).append(inner);
        write(element, inner, text);
        separator = ",";
      }
    }
    text.append(newline).append(node.isObject() ? '}' : ']');
  }

  private static String inline(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .map(field -> TextNode.valueOf(field.getKey()) + ": " + field.getValue())
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return node.isArray()
        ? node.valueStream().map(JsonNode::toString).collect(Collectors.joining(", ", "[", "]"))
        : node.toString();
  }

  private static ConnectorException malformed(
      String path, byte[] content, JsonProcessingException malformed) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (text.lines().anyMatch(line -> line.startsWith(ThreeWay.OURS))) {
      return new ConnectorException(
          Kind.FAILED,
          path + " cannot be read: version control left overlaps of a merge in it",
          "resolve them as in any file, then see: connector status",
          malformed);
    }
    JsonLocation place = malformed.getLocation();
    String where = " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    return unreadable(path, "it is no valid JSON" + where, malformed);
  }

  static ConnectorException unreadable(String path, String why, Exception cause) {
    return new ConnectorException(
        Kind.FAILED,
        path + " cannot be read: " + why,
        "restore it from your version control, or update connector",
        cause);
  }
}
