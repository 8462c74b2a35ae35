package dev.connector.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.Optional;

/** A line that claims to be a message, looked at before anybody acts on it. */
final class Frame {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final String line;
  private final Optional<JsonNode> read;

  Frame(String line) {
    this.line = line;
    this.read = read(line);
  }

  private static Optional<JsonNode> read(String line) {
    try {
      return Optional.of(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  String line() {
    return line;
  }

  String method() {
    return at("method").asText();
  }

  boolean isRequest() {
    return at("method").isTextual() && !at("id").isMissingNode();
  }

  /** The request that this message takes back. */
  Optional<JsonNode> cancels() {
    boolean cancels = method().equals("notifications/cancelled");
    return cancels ? Optional.of(at("params").path("requestId")) : Optional.empty();
  }

  /** What is to be answered where this is no message that can be acted on. */
  Optional<byte[]> mistake() {
    if (read.isEmpty()) {
      return Optional.of(error(ErrorCodes.PARSE_ERROR, "that line is no JSON document"));
    }
    boolean answer =
        at("method").isMissingNode() && (read.get().has("result") || read.get().has("error"));
    if (!at("jsonrpc").asText().equals("2.0") || !answer && !at("method").isTextual()) {
      return Optional.of(invalid("that is no JSON-RPC 2.0 message; batches are not taken"));
    }
    if (!at("id").isMissingNode() && !at("id").isTextual() && !at("id").isIntegralNumber()) {
      return Optional.of(invalid("an id is a string or a whole number"));
    }
    return answer ? Optional.empty() : wrongParameters();
  }

  private Optional<byte[]> wrongParameters() {
    JsonNode parameters = at("params");
    String problem = "";
    if (!parameters.isMissingNode() && !parameters.isObject()) {
      problem = "\"params\" is to be an object";
    } else if (method().equals("initialize") && !parameters.path("protocolVersion").isTextual()) {
      problem = "\"protocolVersion\" is to be a string";
    } else if (method().equals("tools/call")) {
      JsonNode arguments = parameters.path("arguments");
      problem =
          !parameters.path("name").isTextual()
              ? "\"name\" is to be a string"
              : arguments.isMissingNode() || arguments.isObject()
                  ? ""
                  : "\"arguments\" is to be an object";
    }
    return problem.isEmpty() || !isRequest()
        ? Optional.empty()
        : Optional.of(error(ErrorCodes.INVALID_PARAMS, problem));
  }

  byte[] invalid(String message) {
    return error(ErrorCodes.INVALID_REQUEST, message);
  }

  /** The answer that this failed. */
  byte[] error(int code, String message) {
    ObjectNode answer = answer();
    answer.putObject("error").put("code", code).put("message", message);
    return (answer + "\n").getBytes(Lines.CHARSET);
  }

  /** The answer that has nothing to say. */
  byte[] empty() {
    ObjectNode answer = answer();
    answer.putObject("result");
    return (answer + "\n").getBytes(Lines.CHARSET);
  }

  private ObjectNode answer() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    JsonNode id = at("id");
    return answer.set(
        "id", id.isTextual() || id.isIntegralNumber() ? id : JsonNodeFactory.instance.nullNode());
  }

  private JsonNode at(String name) {
    return read.map(it -> it.path(name)).orElse(JsonNodeFactory.instance.missingNode());
  }
}
