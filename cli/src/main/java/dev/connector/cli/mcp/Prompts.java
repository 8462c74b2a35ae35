package dev.connector.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an assistant is asked to do, step by step; the texts lie in {@code prompts}. */
final class Prompts {

  private static final String UNSAID = "not said";

  private Prompts() {}

  static List<SyncPromptSpecification> all() {
    List<SyncPromptSpecification> all = new ArrayList<>();
    for (JsonNode entry : Catalogue.json("prompts/prompts.json").path("prompts")) {
      String name = entry.path("name").asText();
      List<PromptArgument> arguments = new ArrayList<>();
      for (JsonNode argument : entry.path("arguments")) {
        arguments.add(
            PromptArgument.builder(argument.path("name").asText())
                .description(argument.path("description").asText())
                .required(argument.path("required").asBoolean())
                .build());
      }
      Prompt prompt =
          Prompt.builder(name)
              .title(entry.path("title").asText())
              .description(entry.path("description").asText())
              .arguments(arguments)
              .build();
      all.add(new SyncPromptSpecification(prompt, (exchange, request) -> filled(prompt, request)));
    }
    return all;
  }

  private static GetPromptResult filled(Prompt prompt, GetPromptRequest request) {
    Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
    String text = Catalogue.text("prompts/" + prompt.name() + ".md");
    // Cut at the places first, so that a value is never looked at for places of its own.
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      filled.append(text, from, open).append(value(prompt, text.substring(open + 1, close), given));
      from = close + 1;
    }
    filled.append(text, from, text.length());
    return GetPromptResult.builder(
            List.of(
                PromptMessage.builder(Role.USER, TextContent.builder(filled.toString()).build())
                    .build()))
        .description(prompt.description())
        .build();
  }

  private static String value(Prompt prompt, String name, Map<String, Object> given) {
    Object value = given.get(name);
    boolean required =
        prompt.arguments().stream()
            .anyMatch(it -> it.name().equals(name) && Boolean.TRUE.equals(it.required()));
    if (value == null && required) {
      throw McpError.builder(ErrorCodes.INVALID_PARAMS)
          .message("\"" + name + "\" is missing")
          .build();
    }
    return value == null ? UNSAID : String.valueOf(value);
  }
}
