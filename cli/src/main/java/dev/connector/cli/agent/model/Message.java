package dev.connector.cli.agent.model;

import java.util.List;
import java.util.Objects;

/** One turn of a conversation. */
public record Message(Role role, List<Part> parts) {

  /** Whose turn. */
  public enum Role {
    /** Ours: a task, results of tools. */
    USER,
    /** The model's. */
    ASSISTANT
  }

  public Message {
    Objects.requireNonNull(role);
    parts = List.copyOf(parts);
  }

  /** Words of ours. */
  public static Message user(String text) {
    return new Message(Role.USER, List.of(new Part.Text(text)));
  }
}
