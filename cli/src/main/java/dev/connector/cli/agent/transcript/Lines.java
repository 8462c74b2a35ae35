package dev.connector.cli.agent.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.Part;
import dev.connector.cli.agent.model.Reply;
import dev.connector.cli.agent.model.Reply.Stop;
import dev.connector.cli.agent.model.Reply.Usage;
import dev.connector.cli.agent.tool.Answer;
import dev.connector.scaffold.description.ApiContent.Example;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The lines of a transcript, both ways. */
final class Lines {

  static final String BEGIN = "begin";
  static final String REPLY = "reply";
  static final String RESULT = "result";
  static final String EXAMPLE = "example";

  /** Members of a line that no model and no server has a say in. */
  static final Set<String> OURS = Set.of("type", "format", "stop", "usage", "waitedMillis");

  private static final int FORMAT = 1;

  private Lines() {}

  static ObjectNode begin(ObjectNode begin) {
    ObjectNode line = line(BEGIN).put("format", FORMAT);
    line.setAll(begin);
    return line;
  }

  static ObjectNode end(ObjectNode end) {
    ObjectNode line = line("end");
    line.setAll(end);
    return line;
  }

  static ObjectNode reply(Reply reply, Duration waited) {
    ObjectNode line = line(REPLY);
    ArrayNode parts = line.putArray("parts");
    reply.parts().forEach(part -> parts.add(part(part)));
    line.put("stop", reply.stop().name().toLowerCase(Locale.ROOT));
    line.putObject("usage")
        .put("input", reply.usage().input())
        .put("cached", reply.usage().cached())
        .put("output", reply.usage().output());
    return line.put("waitedMillis", waited.toMillis());
  }

  static ObjectNode result(Part.Call call, Answer answer) {
    return line(RESULT)
        .put("call", call.id())
        .put("tool", call.tool())
        .put("failed", answer.failed())
        .put("text", answer.text());
  }

  static ObjectNode examined(boolean accepted, String summary, List<String> findings) {
    ObjectNode line = line("examined").put("accepted", accepted).put("summary", summary);
    ArrayNode all = line.putArray("findings");
    findings.forEach(all::add);
    return line;
  }

  static ObjectNode example(String section, int block, Example example) {
    ObjectNode line = line(EXAMPLE).put("section", section).put("block", block);
    line.put("place", example.place()).set("value", example.value());
    return line;
  }

  private static ObjectNode line(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static ObjectNode part(Part part) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    if (part instanceof Part.Text text) {
      return line.put("text", text.text());
    } else if (part instanceof Part.Call call) {
      line.put("call", call.id()).put("tool", call.tool());
      line.set("arguments", call.arguments());
      return line;
    } else if (part instanceof Part.MalformedCall wrong) {
      return line.put("call", wrong.id())
          .put("tool", wrong.tool())
          .put("written", wrong.written())
          .put("flaw", wrong.flaw());
    }
    if (part instanceof Part.Opaque opaque) {
      line.set("opaque", opaque.content());
      return line;
    }
    throw new IllegalArgumentException("no part of an answer: " + part.getClass());
  }

  /** The answer of a line; empty where it is none. */
  static Optional<Reply> reply(JsonNode line) {
    try {
      List<Part> parts = new ArrayList<>();
      line.path("parts").forEach(part -> parts.add(part(part)));
      JsonNode usage = line.path("usage");
      return Optional.of(
          new Reply(
              parts,
              Stop.valueOf(line.path("stop").asText().toUpperCase(Locale.ROOT)),
              new Usage(
                  usage.path("input").asLong(),
                  usage.path("cached").asLong(),
                  usage.path("output").asLong())));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static Part part(JsonNode line) {
    if (line.has("text")) {
      return new Part.Text(line.get("text").asText());
    }
    if (line.get("opaque") instanceof ObjectNode content) {
      return new Part.Opaque(content);
    }
    String id = line.path("call").asText();
    String tool = line.path("tool").asText();
    if (line.get("arguments") instanceof ObjectNode arguments) {
      return new Part.Call(id, tool, arguments);
    }
    return new Part.MalformedCall(
        id, tool, line.path("written").asText(), line.path("flaw").asText());
  }
}
