package dev.connector.cli.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What both services refuse a conversation for. */
public final class WireRules {

  private WireRules() {}

  /** Fails where one of them would refuse it. */
  public static void requireAccepted(Conversation conversation) {
    messages(new AnthropicWire("double", 1000).request(conversation));
    completions(new OpenAiWire("double", 1000, true).request(conversation));
  }

  private static void messages(JsonNode request) {
    List<String> called = List.of();
    String before = "assistant";
    for (JsonNode message : request.path("messages")) {
      String role = message.path("role").asText();
      assertThat(role).as("roles alternate, the user's first").isNotEqualTo(before);
      before = role;
      List<String> calls = new ArrayList<>();
      List<String> results = new ArrayList<>();
      assertThat(message.path("content")).as("no message is empty").isNotEmpty();
      for (JsonNode block : message.path("content")) {
        switch (block.path("type").asText()) {
          case "tool_use" -> calls.add(block.path("id").asText());
          case "tool_result" -> {
            assertThat(block.path("content").asText()).isNotBlank();
            results.add(block.path("tool_use_id").asText());
          }
          case "text" -> assertThat(block.path("text").asText()).isNotBlank();
          default -> {}
        }
      }
      if (role.equals("assistant")) {
        String last =
            message.path("content").path(message.path("content").size() - 1).path("type").asText();
        assertThat(last).as("a turn ends with something said").isIn("text", "tool_use");
      }
      assertThat(results).as("each call has its result").isEqualTo(called);
      called = calls;
    }
    assertThat(before).as("the user's turn is the last").isEqualTo("user");
    assertThat(called).isEmpty();
  }

  private static void completions(JsonNode request) {
    List<String> called = new ArrayList<>();
    for (JsonNode message : request.path("messages")) {
      switch (message.path("role").asText()) {
        case "tool" -> {
          assertThat(called).as("a result follows its call").isNotEmpty();
          assertThat(message.path("tool_call_id").asText()).isEqualTo(called.remove(0));
          assertThat(message.path("content").asText()).isNotBlank();
        }
        case "assistant" -> {
          assertThat(called).isEmpty();
          message.path("tool_calls").forEach(call -> called.add(call.path("id").asText()));
          assertThat(called.isEmpty() && message.path("content").asText().isBlank())
              .as("a turn says something")
              .isFalse();
        }
        default -> {
          assertThat(called).as("results come before words").isEmpty();
          assertThat(message.path("content").asText()).isNotBlank();
        }
      }
    }
    assertThat(called).isEmpty();
  }
}
