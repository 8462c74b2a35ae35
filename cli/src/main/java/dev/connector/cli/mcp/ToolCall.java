package dev.connector.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.terminal.Environment;
import dev.connector.spec.ConnectorException;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs a tool's command in this process, and gives its document. */
final class ToolCall {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ToolText text;
  private final ToolInput input;
  private final Workshop workshop;

  ToolCall(ToolText text, ToolInput input, Workshop workshop) {
    this.text = text;
    this.input = input;
    this.workshop = workshop;
  }

  /** Answers one call; a failure is an answer, too. */
  CallToolResult answer(McpSyncServerExchange exchange, CallToolRequest request) {
    Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
    try {
      Roots roots = new Roots(workshop.environment().directory());
      Object folder = given.getOrDefault(ToolInput.DIRECTORY, "");
      Path directory = roots.directory(folder instanceof String name ? name : "\0");
      List<String> words = input.words(given, roots, directory);
      Captured captured = new Captured(input.document(given));
      if (request.progressToken() != null) {
        captured.terminal().onProgress(new ProgressReport(exchange, request.progressToken()));
      }
      Object id = exchange.transportContext().get(StdioTransport.REQUEST);
      int code = workshop.run(id, text.writes(), in(directory, captured), words);
      return result(code, captured);
    } catch (ConnectorException refused) {
      return failed(document(refused).toString());
    } catch (InterruptedException stopped) {
      return failed("stopped before it began");
    }
  }

  private Environment in(Path directory, Captured captured) {
    Environment own = workshop.environment();
    return new Environment(
        captured.terminal(), directory, own.variables(), own.clock(), own.application());
  }

  private CallToolResult result(int code, Captured captured) {
    String printed = captured.output();
    JsonNode document;
    try {
      document = text.lines() ? lines(printed, captured.cut()) : JSON.readTree(printed);
    } catch (JsonProcessingException e) {
      return failed(captured.notes());
    }
    boolean failure = text.lines() ? code != 0 && printed.isEmpty() : document.has("error");
    if (failure || !document.isObject()) {
      return failed(text.lines() ? captured.notes() : document.toString());
    }
    CallToolResult.Builder result = CallToolResult.builder();
    result.structuredContent(JSON.convertValue(document, Object.class));
    result.addTextContent(document.toString());
    if (!captured.notes().isBlank()) {
      result.addTextContent(captured.notes());
    }
    if (code != 0) {
      result.addTextContent("exit code " + code + ": findings or conflicts need a look");
    }
    return result.isError(false).build();
  }

  private static JsonNode lines(String printed, boolean cut) throws JsonProcessingException {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode events = document.putArray("events");
    for (String line : printed.lines().toList()) {
      if (!cut || line.endsWith("}")) {
        events.add(JSON.readTree(line));
      }
    }
    return document.put("cut", cut);
  }

  private static CallToolResult failed(String message) {
    return CallToolResult.builder().addTextContent(message.strip()).isError(true).build();
  }

  private static ObjectNode document(ConnectorException refused) {
    ObjectNode document = JSON.createObjectNode();
    document
        .putObject("error")
        .put("kind", refused.kind().name().toLowerCase(Locale.ROOT))
        .put("exitCode", 2)
        .put("message", refused.getMessage())
        .put("hint", refused.hint());
    return document;
  }
}
