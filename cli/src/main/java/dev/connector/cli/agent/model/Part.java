package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/** A piece of a message. */
public sealed interface Part {

  /** Words. */
  record Text(String text) implements Part {
    public Text {
      Objects.requireNonNull(text);
    }
  }

  /**
   * A model asks for a tool.
   *
   * @param id the model's own, which the result repeats
   */
  record Call(String id, String tool, ObjectNode arguments) implements Part {
    public Call {
      Objects.requireNonNull(id);
      Objects.requireNonNull(tool);
      Objects.requireNonNull(arguments);
    }
  }

  /**
   * A model asks for a tool, and what it wrote as arguments is no JSON object.
   *
   * @param written what it wrote
   * @param flaw what is wrong with it, a sentence for the model
   */
  record MalformedCall(String id, String tool, String written, String flaw) implements Part {
    public MalformedCall {
      Objects.requireNonNull(id);
      Objects.requireNonNull(tool);
      Objects.requireNonNull(written);
      Objects.requireNonNull(flaw);
    }
  }

  /** What a tool gave. */
  record Result(String id, String text, boolean failed) implements Part {
    public Result {
      Objects.requireNonNull(id);
      Objects.requireNonNull(text);
    }
  }

  /**
   * What only who offers the model can read, such as its signed thoughts. Goes back as it came and
   * where it came, or the conversation is refused.
   */
  record Opaque(ObjectNode content) implements Part {
    public Opaque {
      Objects.requireNonNull(content);
    }
  }
}
