package dev.connector.cli.agent.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A model's turn, whole. */
public record Reply(List<Part> parts, Stop stop, Usage usage) {

  /** Why it ended. */
  public enum Stop {
    /** It has said what it had to say. */
    END,
    /** It waits for tools. */
    TOOLS,
    /** It was cut off at the number of tokens it may write. */
    LENGTH,
    /** The model, or who offers it, will not answer this. */
    REFUSAL,
    /** The conversation is longer than the model can read; a shorter one may be answered. */
    TOO_LONG
  }

  /**
   * @param input tokens read, those from a cache too
   * @param cached those of {@code input} that came from a cache
   * @param output tokens written
   */
  public record Usage(long input, long cached, long output) {

    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage plus(Usage other) {
      return new Usage(input + other.input, cached + other.cached, output + other.output);
    }
  }

  public Reply {
    parts = List.copyOf(parts);
    Objects.requireNonNull(stop);
    Objects.requireNonNull(usage);
  }

  /** All its words. */
  public String text() {
    return parts.stream()
        .filter(Part.Text.class::isInstance)
        .map(part -> ((Part.Text) part).text())
        .collect(Collectors.joining("\n"));
  }
}
