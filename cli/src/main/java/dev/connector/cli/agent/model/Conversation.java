package dev.connector.cli.agent.model;

import java.util.List;
import java.util.Objects;

/**
 * All that a model is given for its next turn.
 *
 * @param system what it is to be and to do
 * @param messages begins and ends with the user's
 */
public record Conversation(String system, List<Message> messages, List<Tool> tools) {
  public Conversation {
    Objects.requireNonNull(system);
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }
}
