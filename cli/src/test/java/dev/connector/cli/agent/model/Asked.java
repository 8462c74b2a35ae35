package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param number counts from 1
 * @param headers names in lower case
 */
public record Asked(int number, String path, Map<String, String> headers, JsonNode body) {

  /** All text after the model's last turn: words and results of tools. */
  public String said() {
    StringBuilder said = new StringBuilder();
    List<JsonNode> messages = new ArrayList<>();
    body.path("messages").forEach(messages::add);
    int from = 0;
    for (int i = 0; i < messages.size(); i++) {
      from = messages.get(i).path("role").asText().equals("assistant") ? i + 1 : from;
    }
    messages.subList(from, messages.size()).forEach(it -> add(said, it.path("content")));
    return said.toString();
  }

  /** The names of the tools that may be called. */
  public List<String> tools() {
    List<String> names = new ArrayList<>();
    body.path("tools")
        .forEach(it -> names.add(it.path("name").asText(it.at("/function/name").asText())));
    return names;
  }

  /** The text that says what the model is to be. */
  public String system() {
    JsonNode system = body.path("system");
    return system.isArray()
        ? system.path(0).path("text").asText()
        : body.at("/messages/0/content").asText();
  }

  private static void add(StringBuilder said, JsonNode content) {
    if (content.isTextual()) {
      said.append(content.asText()).append('\n');
    }
    for (JsonNode block : content.isArray() ? content : Answers.JSON.createArrayNode()) {
      add(said, block.path("text"));
      add(said, block.path("content"));
    }
  }
}
