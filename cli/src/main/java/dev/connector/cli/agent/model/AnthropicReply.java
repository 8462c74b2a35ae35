package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.AnswerException.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An answer of the Messages API, put together from its events. */
final class AnthropicReply {

  /** One block of content: as it began, and what was added to it. */
  private static final class Block {
    private final ObjectNode start;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private final StringBuilder signature = new StringBuilder();

    Block(ObjectNode start) {
      this.start = start;
    }

    Optional<Part> part() {
      switch (start.path("type").asText()) {
        case "text" -> {
          String all = start.path("text").asText() + text;
          return all.isEmpty() ? Optional.empty() : Optional.of(new Part.Text(all));
        }
        case "tool_use" -> {
          JsonNode input = start.path("input");
          boolean whole = arguments.length() == 0 && !input.isMissingNode() && !input.isNull();
          String written = whole ? input.toString() : arguments.toString();
          return Optional.of(
              ToolArguments.call(start.path("id").asText(), start.path("name").asText(), written));
        }
        default -> {
          grow("thinking", thinking);
          grow("signature", signature);
          return Optional.of(new Part.Opaque(start));
        }
      }
    }

    private void grow(String field, StringBuilder more) {
      if (more.length() > 0) {
        start.put(field, start.path(field).asText() + more);
      }
    }
  }

  private final Map<Integer, Block> blocks = new TreeMap<>();
  private String stop = "";
  private String reason = "";
  private long uncached;
  private long written;
  private long cached;
  private long output;

  private AnthropicReply() {}

  static Reply read(Answers answers, Consumer<String> words) throws IOException, ErrorAnswer {
    AnthropicReply reply = new AnthropicReply();
    Optional<ObjectNode> whole = answers.whole();
    if (whole.isPresent()) {
      reply.whole(whole.get(), words);
      return reply.build();
    }
    for (Optional<ObjectNode> event = answers.next(); event.isPresent(); event = answers.next()) {
      if (reply.take(event.get(), words)) {
        return reply.build();
      }
    }
    throw new AnswerException(Flaw.BROKEN_OFF);
  }

  private void whole(ObjectNode message, Consumer<String> words)
      throws AnswerException, ErrorAnswer {
    if (message.has("error")) {
      throw ErrorAnswer.within(message);
    }
    if (!message.path("content").isArray()) {
      throw new AnswerException(Flaw.FORMAT);
    }
    for (JsonNode block : message.path("content")) {
      if (block instanceof ObjectNode object) {
        blocks.put(blocks.size(), new Block(object));
        tell(object.path("text").asText(), words);
      }
    }
    ended(message);
    count(message.path("usage"));
  }

  /** Takes one event, and says whether it is the last. */
  private boolean take(ObjectNode event, Consumer<String> words) throws ErrorAnswer {
    switch (event.path("type").asText()) {
      case "message_start" -> count(event.at("/message/usage"));
      case "content_block_start" -> {
        if (event.path("content_block") instanceof ObjectNode start) {
          blocks.put(event.path("index").asInt(), new Block(start));
          tell(start.path("text").asText(), words);
        }
      }
      case "content_block_delta" -> {
        Block block = blocks.get(event.path("index").asInt());
        if (block != null) {
          JsonNode delta = event.path("delta");
          block.text.append(delta.path("text").asText());
          block.arguments.append(delta.path("partial_json").asText());
          block.thinking.append(delta.path("thinking").asText());
          block.signature.append(delta.path("signature").asText());
          tell(delta.path("text").asText(), words);
        }
      }
      case "message_delta" -> {
        ended(event.path("delta"));
        count(event.path("usage"));
      }
      case "error" -> throw ErrorAnswer.within(event);
      case "message_stop" -> {
        return true;
      }
      default -> {
        // pings, and events that are still to be invented
      }
    }
    return false;
  }

  private static void tell(String text, Consumer<String> words) {
    if (!text.isEmpty()) {
      words.accept(text);
    }
  }

  private void ended(JsonNode message) {
    stop = message.path("stop_reason").asText(stop);
    reason = message.at("/stop_details/explanation").asText(reason);
  }

  /** Later counts stand for the whole, so they replace earlier ones. */
  private void count(JsonNode usage) {
    uncached = usage.path("input_tokens").asLong(uncached);
    written = usage.path("cache_creation_input_tokens").asLong(written);
    cached = usage.path("cache_read_input_tokens").asLong(cached);
    output = usage.path("output_tokens").asLong(output);
  }

  private Reply build() {
    List<Part> parts = new ArrayList<>();
    blocks.values().forEach(it -> it.part().ifPresent(parts::add));
    return Turn.reply(
        parts, why(), reason, new Reply.Usage(uncached + written + cached, cached, output));
  }

  private Reply.Stop why() {
    return switch (stop) {
      case "max_tokens" -> Reply.Stop.LENGTH;
      case "refusal" -> Reply.Stop.REFUSAL;
      case "model_context_window_exceeded" -> Reply.Stop.TOO_LONG;
      default -> Reply.Stop.END;
    };
  }
}
