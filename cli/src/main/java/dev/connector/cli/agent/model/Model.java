package dev.connector.cli.agent.model;

import java.util.function.Consumer;

/** A language model, wherever it runs. */
public interface Model {

  /** Who answers, as a user would name it: {@code anthropic/claude-...}, {@code openai/...}. */
  String name();

  /**
   * Its next turn. Overload and rate limits are waited out within the model's time limit.
   *
   * @param words is told every piece of text as it arrives, for somebody who watches; once more
   *     from the start where an overload ended the first attempt
   * @throws dev.connector.spec.ConnectorException AUTHENTICATION, NETWORK or FAILED otherwise, with
   *     what to do; a stream that breaks off counts as NETWORK, and nothing of it is given
   */
  Reply reply(Conversation conversation, Consumer<String> words);
}
