package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Request;
import okio.BufferedSource;

/**
 * Chat completions as OpenAI began them and most others speak them.
 *
 * @param own whether it is OpenAI itself, whose newer models know only the newer name of a limit;
 *     most others know only the older one
 */
record OpenAiWire(String model, int maxTokens, boolean own) implements Wire {

  /** Of a part that goes back: which call it belongs to. */
  static final String CALL = "call";

  private static final String NEWER_LIMIT = "max_completion_tokens";
  private static final String OLDER_LIMIT = "max_tokens";
  private static final String STREAM_OPTIONS = "stream_options";

  @Override
  public String path() {
    return "chat/completions";
  }

  @Override
  public String models() {
    return "models";
  }

  @Override
  public void head(Request.Builder request) {
    request.header("Accept", "text/event-stream, application/json");
  }

  @Override
  public ObjectNode request(Conversation conversation) {
    ObjectNode request = Answers.JSON.createObjectNode();
    request.put("model", model).put("stream", true);
    request.put(own ? NEWER_LIMIT : OLDER_LIMIT, maxTokens);
    request.putObject(STREAM_OPTIONS).put("include_usage", true);
    ArrayNode messages = request.putArray("messages");
    if (!conversation.system().isBlank()) {
      messages.addObject().put("role", "system").put("content", conversation.system());
    }
    for (Message message : conversation.messages()) {
      if (message.role() == Message.Role.USER) {
        addUser(messages, message.parts());
      } else {
        addAssistant(messages.addObject(), message);
      }
    }
    if (!conversation.tools().isEmpty()) {
      ArrayNode tools = request.putArray("tools");
      for (Tool tool : conversation.tools()) {
        tools
            .addObject()
            .put("type", "function")
            .putObject("function")
            .put("name", tool.name())
            .put("description", tool.description())
            .set("parameters", tool.input());
      }
    }
    return request;
  }

  /** A message for each result, then one for the words. */
  private static void addUser(ArrayNode messages, List<Part> parts) {
    List<String> words = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Result result) {
        messages
            .addObject()
            .put("role", "tool")
            .put("tool_call_id", result.id())
            .put("content", (result.failed() ? "Error: " : "") + result.text());
      } else if (part instanceof Part.Text text) {
        words.add(text.text());
      }
    }
    if (!words.isEmpty()) {
      messages.addObject().put("role", "user").put("content", String.join("\n\n", words));
    }
  }

  private static void addAssistant(ObjectNode message, Message turn) {
    message.put("role", "assistant");
    List<String> words = new ArrayList<>();
    ArrayNode calls = Answers.JSON.createArrayNode();
    for (Part part : turn.parts()) {
      if (part instanceof Part.Text text) {
        words.add(text.text());
      } else if (part instanceof Part.Call call) {
        addCall(calls, call.id(), call.tool(), call.arguments());
      } else if (part instanceof Part.MalformedCall call) {
        addCall(calls, call.id(), call.tool(), ToolArguments.returned(call));
      }
    }
    message.put("content", words.isEmpty() && !calls.isEmpty() ? null : String.join("\n", words));
    for (Part part : turn.parts()) {
      if (part instanceof Part.Opaque opaque) {
        restore(message, calls, opaque.content().deepCopy());
      }
    }
    if (!calls.isEmpty()) {
      message.set("tool_calls", calls);
    }
  }

  private static void restore(ObjectNode message, ArrayNode calls, ObjectNode content) {
    if (!content.has(CALL)) {
      message.setAll(content);
      return;
    }
    String id = content.remove(CALL).asText();
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).path("id").asText().equals(id)) {
        ((ObjectNode) calls.get(i)).setAll(content);
      }
    }
  }

  private static void addCall(ArrayNode calls, String id, String tool, ObjectNode arguments) {
    ObjectNode call = calls.addObject().put("id", id).put("type", "function");
    call.putObject("function").put("name", tool).put("arguments", arguments.toString());
  }

  @Override
  public Reply reply(BufferedSource body, Consumer<String> words) throws IOException, ErrorAnswer {
    return OpenAiReply.read(new Answers(body), words);
  }

  @Override
  public Optional<ObjectNode> mended(ObjectNode request, ErrorAnswer refusal) {
    if (refusal.status() != 400 && refusal.status() != 422) {
      return Optional.empty();
    }
    String said = refusal.getMessage();
    ObjectNode mended = request.deepCopy();
    if (said.contains(NEWER_LIMIT) && request.has(OLDER_LIMIT)) {
      mended.set(NEWER_LIMIT, mended.remove(OLDER_LIMIT));
      return Optional.of(mended);
    }
    if (said.contains(STREAM_OPTIONS) && request.has(STREAM_OPTIONS)) {
      mended.remove(STREAM_OPTIONS);
      return Optional.of(mended);
    }
    return Optional.empty();
  }
}
