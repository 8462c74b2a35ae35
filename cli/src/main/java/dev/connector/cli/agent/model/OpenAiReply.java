package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.model.AnswerException.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A chat completion, put together from its chunks. */
final class OpenAiReply {

  /** What servers that reason want back with the calls that came of it. */
  private static final String REASONING = "reasoning_content";

  private static final String EXTRA = "extra_content";

  /** One call of a tool. */
  private static final class Call {
    private final int index;
    private String id = "";
    private String tool = "";
    private final StringBuilder arguments = new StringBuilder();
    private final ObjectNode extra = Answers.JSON.createObjectNode();

    Call(int index) {
      this.index = index;
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();
  private final StringBuilder reasoning = new StringBuilder();
  private final List<Call> calls = new ArrayList<>();
  private boolean reasoned;
  private String finish = "";
  private Reply.Usage usage = Reply.Usage.NONE;

  private OpenAiReply() {}

  static Reply read(Answers answers, Consumer<String> words) throws IOException, ErrorAnswer {
    OpenAiReply reply = new OpenAiReply();
    Optional<ObjectNode> whole = answers.whole();
    if (whole.isPresent()) {
      if (!whole.get().has("error") && !whole.get().at("/choices/0/message").isObject()) {
        throw new AnswerException(Flaw.FORMAT);
      }
      reply.take(whole.get(), "message", words);
      return reply.build();
    }
    for (Optional<ObjectNode> event = answers.next(); event.isPresent(); event = answers.next()) {
      reply.take(event.get(), "delta", words);
    }
    if (reply.finish.isEmpty() && !answers.done()) {
      throw new AnswerException(Flaw.BROKEN_OFF);
    }
    return reply.build();
  }

  private void take(ObjectNode chunk, String field, Consumer<String> words) throws ErrorAnswer {
    if (chunk.hasNonNull("error")) {
      throw ErrorAnswer.within(chunk);
    }
    if (chunk.path("usage").isObject()) {
      count(chunk.path("usage"));
    }
    JsonNode choice = chunk.path("choices").path(0);
    JsonNode message = choice.path(field);
    String piece = message.path("content").asText("");
    if (message.path("content").isTextual() && !piece.isEmpty()) {
      text.append(piece);
      words.accept(piece);
    }
    if (message.path("refusal").isTextual()) {
      refusal.append(message.path("refusal").asText());
    }
    if (message.path(REASONING).isTextual()) {
      reasoned = true;
      reasoning.append(message.path(REASONING).asText());
    }
    message.path("tool_calls").forEach(this::take);
    if (choice.path("finish_reason").isTextual()) {
      finish = choice.path("finish_reason").asText();
    }
  }

  private void take(JsonNode piece) {
    Call call = call(piece);
    String id = piece.path("id").asText("");
    if (!id.isEmpty()) {
      call.id = id;
    }
    JsonNode function = piece.path("function");
    if (call.tool.isEmpty()) {
      call.tool = function.path("name").asText("");
    }
    JsonNode arguments = function.path("arguments");
    if (arguments.isTextual()) {
      call.arguments.append(arguments.asText());
    } else if (arguments.isObject()) {
      call.arguments.append(arguments);
    }
    if (piece.path(EXTRA).isObject()) {
      call.extra.set(EXTRA, piece.path(EXTRA));
    }
  }

  /**
   * The call that a piece belongs to: by index; but some servers leave it out, or give all calls
   * the same, so another id begins another call.
   */
  private Call call(JsonNode piece) {
    String id = piece.path("id").asText("");
    int index = piece.path("index").asInt(id.isEmpty() ? Math.max(0, calls.size() - 1) : -1);
    for (int i = calls.size() - 1; i >= 0; i--) {
      Call call = calls.get(i);
      boolean other = !id.isEmpty() && !call.id.isEmpty() && !id.equals(call.id);
      boolean same = index < 0 ? id.equals(call.id) : call.index == index;
      if (same && !other) {
        return call;
      }
    }
    Call begun = new Call(index < 0 ? calls.size() : index);
    calls.add(begun);
    return begun;
  }

  private void count(JsonNode counted) {
    long cached = counted.at("/prompt_tokens_details/cached_tokens").asLong(0);
    usage =
        new Reply.Usage(
            counted.path("prompt_tokens").asLong(0),
            cached,
            counted.path("completion_tokens").asLong(0));
  }

  private Reply build() {
    List<Part> parts = new ArrayList<>();
    if (reasoned) {
      parts.add(
          new Part.Opaque(Answers.JSON.createObjectNode().put(REASONING, reasoning.toString())));
    }
    if (text.length() > 0) {
      parts.add(new Part.Text(text.toString()));
    }
    for (Call call : calls) {
      Part part = ToolArguments.call(call.id, call.tool, call.arguments.toString());
      parts.add(part);
      if (!call.extra.isEmpty()) {
        parts.add(new Part.Opaque(call.extra.put(OpenAiWire.CALL, call.id)));
      }
    }
    return Turn.reply(parts, why(), refusal.toString(), usage);
  }

  private Reply.Stop why() {
    if (refusal.length() > 0) {
      return Reply.Stop.REFUSAL;
    }
    return switch (finish) {
      case "length" -> Reply.Stop.LENGTH;
      case "content_filter" -> Reply.Stop.REFUSAL;
      default -> Reply.Stop.END;
    };
  }
}
