package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** OpenAI's chat completions, as their server writes them. */
final class Completions implements ServedFormat {

  @Override
  public ObjectNode whole(Asked asked, Answer answer) {
    ObjectNode completion = completion(asked, "chat.completion");
    ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    String text = text(answer);
    message.put("content", text.isEmpty() ? null : text);
    fields(answer, message);
    List<Call> calls = ServedFormat.calls(asked, answer);
    if (!calls.isEmpty()) {
      ArrayNode array = message.putArray("tool_calls");
      calls.forEach(it -> array.add(call(it, it.arguments())));
    }
    choice.put("finish_reason", finish(answer, calls));
    completion.set("usage", usage(answer));
    return completion;
  }

  @Override
  public String events(Asked asked, Answer answer) {
    StringBuilder events = new StringBuilder();
    ObjectNode first = Answers.JSON.createObjectNode().put("role", "assistant").put("content", "");
    fields(answer, first);
    delta(events, asked, first, null);
    for (String piece : ServedFormat.pieces(text(answer))) {
      delta(events, asked, Answers.JSON.createObjectNode().put("content", piece), null);
    }
    List<Call> calls = ServedFormat.calls(asked, answer);
    for (int i = 0; i < calls.size(); i++) {
      tool(events, asked, call(calls.get(i), "").put("index", i));
      for (String piece : ServedFormat.pieces(calls.get(i).arguments())) {
        ObjectNode more = Answers.JSON.createObjectNode().put("index", i);
        more.putObject("function").put("arguments", piece);
        tool(events, asked, more);
      }
    }
    delta(events, asked, Answers.JSON.createObjectNode(), finish(answer, calls));
    if (asked.body().at("/stream_options/include_usage").asBoolean()) {
      ObjectNode last = completion(asked, "chat.completion.chunk");
      last.putArray("choices");
      event(events, last.set("usage", usage(answer)));
    }
    return events.append("data: [DONE]\n\n").toString();
  }

  private static String text(Answer answer) {
    return new Reply(answer.parts(), Reply.Stop.END, Reply.Usage.NONE).text();
  }

  /** Fields of a message that only some servers have. */
  private static void fields(Answer answer, ObjectNode message) {
    for (Part part : answer.parts()) {
      if (part instanceof Part.Opaque opaque) {
        message.setAll(opaque.content());
      }
    }
  }

  private static ObjectNode call(Call call, String arguments) {
    ObjectNode node = Answers.JSON.createObjectNode().put("id", call.id()).put("type", "function");
    node.putObject("function").put("name", call.tool()).put("arguments", arguments);
    return node;
  }

  private static ObjectNode completion(Asked asked, String object) {
    return Answers.JSON
        .createObjectNode()
        .put("id", "chatcmpl-" + asked.number())
        .put("object", object)
        .put("model", asked.body().path("model").asText());
  }

  private static ObjectNode usage(Answer answer) {
    ObjectNode usage =
        Answers.JSON
            .createObjectNode()
            .put("prompt_tokens", answer.usage().input())
            .put("completion_tokens", answer.usage().output());
    usage.putObject("prompt_tokens_details").put("cached_tokens", answer.usage().cached());
    return usage;
  }

  private static String finish(Answer answer, List<Call> calls) {
    return switch (answer.stop().orElse(calls.isEmpty() ? Reply.Stop.END : Reply.Stop.TOOLS)) {
      case END -> "stop";
      case TOOLS -> "tool_calls";
      case LENGTH -> "length";
      case REFUSAL -> "content_filter";
      case TOO_LONG -> throw new IllegalArgumentException("it says that by an error only");
    };
  }

  private static void tool(StringBuilder events, Asked asked, ObjectNode call) {
    ObjectNode delta = Answers.JSON.createObjectNode();
    delta.putArray("tool_calls").add(call);
    delta(events, asked, delta, null);
  }

  private static void delta(StringBuilder events, Asked asked, ObjectNode delta, String finish) {
    ObjectNode chunk = completion(asked, "chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", finish);
    event(events, chunk);
  }

  private static void event(StringBuilder events, ObjectNode data) {
    events.append("data: ").append(data).append("\n\n");
  }
}
