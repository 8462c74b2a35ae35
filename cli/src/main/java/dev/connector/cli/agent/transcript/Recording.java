package dev.connector.cli.agent.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply;
import dev.connector.cli.agent.tool.Answer;
import dev.connector.scaffold.description.ApiContent.Example;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an earlier transcript remembers, given out in its order. */
public final class Recording {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode begin;
  private final Deque<Reply> replies;
  private final Map<String, Deque<Answer>> results;
  private final Map<String, Example> examples;

  private Recording(
      ObjectNode begin,
      Deque<Reply> replies,
      Map<String, Deque<Answer>> results,
      Map<String, Example> examples) {
    this.begin = begin;
    this.replies = replies;
    this.results = results;
    this.examples = examples;
  }

  /** That of a run which repeats nothing. */
  public static Recording none() {
    return new Recording(
        JsonNodeFactory.instance.objectNode(), new ArrayDeque<>(), Map.of(), Map.of());
  }

  /**
   * Reads a transcript. A last line that was not written to its end is as good as none.
   *
   * @throws ConnectorException of kind USAGE where the file is no transcript
   */
  public static Recording read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.USAGE,
          "the transcript " + file + " cannot be read",
          "name one that connector agent wrote",
          e);
    }
    ObjectNode begin = JsonNodeFactory.instance.objectNode();
    Deque<Reply> replies = new ArrayDeque<>();
    Map<String, Deque<Answer>> results = new HashMap<>();
    Map<String, Example> examples = new HashMap<>();
    for (int number = 1; number <= lines.size(); number++) {
      JsonNode line = parsed(lines.get(number - 1));
      boolean damaged =
          !line.isObject()
              || (isReply(line) && Lines.reply(line).isEmpty())
              || isLate(line, number);
      if (damaged && number < lines.size() && number > 1) {
        throw refused(file + " is damaged in line " + number);
      }
      switch (line.path("type").asText()) {
        case Lines.BEGIN -> begin = number == 1 ? (ObjectNode) line : begin;
        case Lines.REPLY -> Lines.reply(line).ifPresent(replies::add);
        case Lines.RESULT ->
            results
                .computeIfAbsent(
                    key(line.path("tool").asText(), line.path("call").asText()),
                    id -> new ArrayDeque<>())
                .add(
                    new Answer(
                        line.path("text").asText(),
                        line.path("failed").asBoolean(),
                        Optional.empty()));
        case Lines.EXAMPLE ->
            examples.put(
                line.path("section").asText() + "#" + line.path("block").asInt(),
                new Example(line.path("place").asText(), line.path("value")));
        default -> {}
      }
    }
    if (begin.path("format").asInt() != 1) {
      throw refused(file + " is no transcript that this version can repeat");
    }
    return new Recording(begin, replies, results, examples);
  }

  private static boolean isReply(JsonNode line) {
    return line.path("type").asText().equals(Lines.REPLY);
  }

  /** Two runs in one file are none. */
  private static boolean isLate(JsonNode line, int number) {
    return number > 1 && line.path("type").asText().equals(Lines.BEGIN);
  }

  private static ConnectorException refused(String message) {
    return new ConnectorException(
        ConnectorException.Kind.USAGE, message, "name one that connector agent wrote");
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException cut) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  /** All that the run began with. */
  public ObjectNode begin() {
    return begin.deepCopy();
  }

  Optional<Reply> nextReply() {
    return Optional.ofNullable(replies.poll());
  }

  Optional<Example> example(String section, int block) {
    return Optional.ofNullable(examples.get(section + "#" + block));
  }

  Optional<Answer> result(Part.Call call) {
    // Some servers give the same ids again in every answer.
    return Optional.ofNullable(results.get(key(call.tool(), call.id()))).map(Deque::poll);
  }

  /** What one tool gave is no answer of another, whatever ids a server gives. */
  private static String key(String tool, String id) {
    return tool + " " + id;
  }
}
