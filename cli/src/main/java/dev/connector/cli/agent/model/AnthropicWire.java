package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Request;
import okio.BufferedSource;

/**
 * The Messages API of Anthropic.
 *
 * <p>What a later round repeats is marked to be cached, which makes it cheaper: the tools, the
 * system text, and the conversation up to the last message and the one before of the user's.
 */
record AnthropicWire(String model, int maxTokens) implements Wire {

  private static final int MARKED_MESSAGES = 2;

  @Override
  public String path() {
    return "v1/messages";
  }

  @Override
  public String models() {
    return "v1/models";
  }

  @Override
  public void head(Request.Builder request) {
    request.header("anthropic-version", "2023-06-01");
  }

  @Override
  public ObjectNode request(Conversation conversation) {
    ObjectNode request = Answers.JSON.createObjectNode();
    request.put("model", model).put("max_tokens", maxTokens).put("stream", true);
    if (!conversation.system().isBlank()) {
      mark(request.putArray("system").addObject())
          .put("type", "text")
          .put("text", conversation.system());
    }
    ArrayNode messages = request.putArray("messages");
    conversation.messages().forEach(it -> add(messages, it));
    int marked = 0;
    for (int i = messages.size() - 1; i >= 0 && marked < MARKED_MESSAGES; i--) {
      if (messages.get(i).path("role").asText().equals("user")) {
        ArrayNode content = (ArrayNode) messages.get(i).path("content");
        mark((ObjectNode) content.get(content.size() - 1));
        marked++;
      }
    }
    if (!conversation.tools().isEmpty()) {
      ArrayNode tools = request.putArray("tools");
      for (Tool tool : conversation.tools()) {
        tools
            .addObject()
            .put("name", tool.name())
            .put("description", tool.description())
            .set("input_schema", tool.input());
      }
      mark((ObjectNode) tools.get(tools.size() - 1));
    }
    return request;
  }

  private static ObjectNode mark(ObjectNode block) {
    block.putObject("cache_control").put("type", "ephemeral");
    return block;
  }

  /** Empty words are refused, and results have to come first. */
  private static void add(ArrayNode messages, Message message) {
    ArrayNode content = Answers.JSON.createArrayNode();
    List<Part> parts = message.parts();
    parts.stream().filter(Part.Result.class::isInstance).forEach(it -> content.add(block(it)));
    parts.stream()
        .filter(it -> !(it instanceof Part.Result))
        .filter(it -> !(it instanceof Part.Text text && text.text().isBlank()))
        .forEach(it -> content.add(block(it)));
    if (!content.isEmpty()) {
      String role = message.role() == Message.Role.USER ? "user" : "assistant";
      messages.addObject().put("role", role).set("content", content);
    }
  }

  private static ObjectNode block(Part part) {
    ObjectNode block = Answers.JSON.createObjectNode();
    if (part instanceof Part.Text text) {
      return block.put("type", "text").put("text", text.text());
    }
    if (part instanceof Part.Result result) {
      block
          .put("type", "tool_result")
          .put("tool_use_id", result.id())
          .put("content", result.text());
      return result.failed() ? block.put("is_error", true) : block;
    }
    if (part instanceof Part.Call call) {
      block.put("type", "tool_use").put("id", call.id()).put("name", call.tool());
      return block.set("input", call.arguments());
    }
    if (part instanceof Part.MalformedCall call) {
      block.put("type", "tool_use").put("id", call.id()).put("name", call.tool());
      return block.set("input", ToolArguments.returned(call));
    }
    return ((Part.Opaque) part).content().deepCopy();
  }

  @Override
  public Reply reply(BufferedSource body, Consumer<String> words) throws IOException, ErrorAnswer {
    return AnthropicReply.read(new Answers(body), words);
  }

  @Override
  public Optional<ObjectNode> mended(ObjectNode request, ErrorAnswer refusal) {
    return Optional.empty();
  }
}
