package dev.connector.cli.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connector.cli.agent.draft.Draft;
import dev.connector.cli.agent.model.Tool;

/** One thing a model may ask for. */
public interface AgentTool {

  /** What the model is told of it. */
  Tool description();

  /**
   * Whether what it gives comes from outside of this program, so that a replay has to remember it.
   */
  boolean readsOutside();

  /**
   * Does it. Whatever the arguments are, there is an answer; one that fails says what to write
   * instead.
   *
   * @param draft what stands so far
   */
  Answer use(ObjectNode arguments, Draft draft);
}
