package dev.connector.cli.mcp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.util.List;

/**
 * A client's JSON file, comments and all. The server is written into its text, so that the rest
 * stays as somebody wrote it.
 *
 * @param path for messages
 * @param servers the object that holds them
 */
record JsonServers(String path, String servers) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  /** Where text goes: behind an opened brace, and whether something follows in it. */
  private record Place(int offset, boolean empty) {}

  String with(String before, String program, List<String> arguments) {
    String mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
    String text = before.isBlank() ? "{}\n" : before.substring(mark.length());
    ObjectNode server = JSON.createObjectNode().put("type", "stdio").put("command", program);
    arguments.forEach(server.withArray("args")::add);
    JsonNode tree = tree(text);
    JsonNode known = tree.path(servers).path(ClientFile.NAME);
    if (known.equals(server)) {
      return before;
    }
    if (!known.isMissingNode() || tree.has(servers) && !tree.path(servers).isObject()) {
      throw new ConnectorException(
          ConnectorException.Kind.CONFLICT,
          path + " has another \"" + (known.isMissingNode() ? servers : ClientFile.NAME) + "\"",
          "take it out of the file, or write by hand: " + entry(server));
    }
    String written = inserted(text, tree.has(servers), server);
    ((ObjectNode) tree).withObject("/" + servers).set(ClientFile.NAME, server);
    if (!tree.equals(tree(written))) {
      throw unreadable("it cannot be added to safely");
    }
    return mark + written;
  }

  private String inserted(String text, boolean there, ObjectNode server) {
    String line = text.contains("\r\n") ? "\r\n" : "\n";
    Place place = place(text, there ? servers : "");
    String inner = line + "    " + entry(server);
    String added =
        there
            ? inner + (place.empty() ? line + "  " : ",")
            : line
                + "  \""
                + servers
                + "\": {"
                + inner
                + line
                + "  }"
                + (place.empty() ? line : ",");
    return text.substring(0, place.offset()) + added + text.substring(place.offset());
  }

  private static String entry(ObjectNode server) {
    StringBuilder text = new StringBuilder("\"" + ClientFile.NAME + "\": { ");
    server
        .properties()
        .forEach(
            it ->
                text.append('"')
                    .append(it.getKey())
                    .append("\": ")
                    .append(spaced(it.getValue()))
                    .append(", "));
    text.setLength(text.length() - 2);
    return text.append(" }").toString();
  }

  private static String spaced(JsonNode value) {
    return value.isArray() ? value.toString().replace("\",\"", "\", \"") : value.toString();
  }

  /** Behind the brace that opens the document, or the object of that name in it. */
  private Place place(String text, String object) {
    try (JsonParser parser = JSON.createParser(text)) {
      int depth = 0;
      Place found = new Place(0, true);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean here =
            token == JsonToken.START_OBJECT
                && (object.isEmpty()
                    ? depth == 0
                    : depth == 1 && object.equals(parser.currentName()));
        if (here) {
          int offset = (int) parser.currentTokenLocation().getCharOffset() + 1;
          JsonToken next = parser.nextToken();
          found = new Place(offset, next == JsonToken.END_OBJECT);
          depth++;
          token = next;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
      return found;
    } catch (IOException e) {
      throw unreadable(e.getMessage());
    }
  }

  private JsonNode tree(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      if (!tree.isObject()) {
        throw unreadable("it holds no object");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw unreadable(e.getOriginalMessage());
    }
  }

  private ConnectorException unreadable(String why) {
    return new ConnectorException(
        ConnectorException.Kind.FAILED, path + " cannot be read: " + why, "mend the file first");
  }
}
