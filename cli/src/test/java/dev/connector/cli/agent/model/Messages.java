package dev.connector.cli.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;

/** Anthropic's messages, as their server writes them. */
final class Messages implements ServedFormat {

  @Override
  public ObjectNode whole(Asked asked, Answer answer) {
    ObjectNode message = message(asked);
    ArrayNode content = message.putArray("content");
    Iterator<Call> calls = ServedFormat.calls(asked, answer).iterator();
    for (Part part : answer.parts()) {
      if (part instanceof Part.Text text) {
        content.addObject().put("type", "text").put("text", text.text());
      } else if (part instanceof Part.Opaque opaque) {
        content.add(opaque.content());
      } else {
        Call call = calls.next();
        ObjectNode block = toolUse(call);
        try {
          block.set("input", Answers.JSON.readTree(call.arguments()));
        } catch (JsonProcessingException e) {
          block.put("input", call.arguments());
        }
        content.add(block);
      }
    }
    message.put("stop_reason", stop(answer));
    message.set("usage", usage(answer).put("output_tokens", answer.usage().output()));
    return message;
  }

  @Override
  public String events(Asked asked, Answer answer) {
    StringBuilder events = new StringBuilder();
    ObjectNode start = Answers.JSON.createObjectNode();
    ObjectNode message = message(asked).putNull("stop_reason");
    message.putArray("content");
    message.set("usage", usage(answer).put("output_tokens", 1));
    event(events, "message_start", start.set("message", message));
    event(events, "ping", Answers.JSON.createObjectNode());
    Iterator<Call> calls = ServedFormat.calls(asked, answer).iterator();
    int index = 0;
    for (Part part : answer.parts()) {
      if (part instanceof Part.Text text) {
        start(events, index, block("text").put("text", ""));
        deltas(events, index, "text_delta", "text", ServedFormat.pieces(text.text()));
      } else if (part instanceof Part.Opaque opaque) {
        thinking(events, index, opaque.content());
      } else {
        Call call = calls.next();
        ObjectNode block = toolUse(call);
        block.putObject("input");
        start(events, index, block);
        deltas(events, index, "input_json_delta", "partial_json", List.of(""));
        List<String> pieces = ServedFormat.pieces(call.arguments());
        deltas(events, index, "input_json_delta", "partial_json", pieces);
      }
      event(events, "content_block_stop", Answers.JSON.createObjectNode().put("index", index));
      index++;
    }
    ObjectNode end = Answers.JSON.createObjectNode();
    end.putObject("delta").put("stop_reason", stop(answer)).putNull("stop_sequence");
    end.putObject("usage").put("output_tokens", answer.usage().output());
    event(events, "message_delta", end);
    event(events, "message_stop", Answers.JSON.createObjectNode());
    return events.toString();
  }

  private static void thinking(StringBuilder events, int index, ObjectNode block) {
    if (!block.path("type").asText().equals("thinking")) {
      start(events, index, block);
      return;
    }
    start(events, index, block("thinking").put("thinking", "").put("signature", ""));
    List<String> thoughts = ServedFormat.pieces(block.path("thinking").asText());
    deltas(events, index, "thinking_delta", "thinking", thoughts);
    List<String> signature = List.of(block.path("signature").asText());
    deltas(events, index, "signature_delta", "signature", signature);
  }

  private static ObjectNode message(Asked asked) {
    return Answers.JSON
        .createObjectNode()
        .put("id", "msg_" + asked.number())
        .put("type", "message")
        .put("role", "assistant")
        .put("model", asked.body().path("model").asText());
  }

  private static ObjectNode block(String type) {
    return Answers.JSON.createObjectNode().put("type", type);
  }

  private static ObjectNode toolUse(Call call) {
    return block("tool_use").put("id", call.id()).put("name", call.tool());
  }

  /** Tokens from a cache are not counted among the others here. */
  private static ObjectNode usage(Answer answer) {
    return Answers.JSON
        .createObjectNode()
        .put("input_tokens", answer.usage().input() - answer.usage().cached())
        .put("cache_creation_input_tokens", 0)
        .put("cache_read_input_tokens", answer.usage().cached());
  }

  private static String stop(Answer answer) {
    boolean calls =
        answer.parts().stream()
            .anyMatch(it -> it instanceof Part.Call || it instanceof Part.MalformedCall);
    return switch (answer.stop().orElse(calls ? Reply.Stop.TOOLS : Reply.Stop.END)) {
      case END -> "end_turn";
      case TOOLS -> "tool_use";
      case LENGTH -> "max_tokens";
      case REFUSAL -> "refusal";
      case TOO_LONG -> "model_context_window_exceeded";
    };
  }

  private static void start(StringBuilder events, int index, ObjectNode block) {
    ObjectNode start = Answers.JSON.createObjectNode().put("index", index);
    event(events, "content_block_start", start.set("content_block", block));
  }

  private static void deltas(
      StringBuilder events, int index, String type, String field, List<String> pieces) {
    for (String piece : pieces) {
      ObjectNode delta = Answers.JSON.createObjectNode().put("index", index);
      delta.putObject("delta").put("type", type).put(field, piece);
      event(events, "content_block_delta", delta);
    }
  }

  private static void event(StringBuilder events, String name, ObjectNode data) {
    data.put("type", name);
    events.append("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
  }
}
