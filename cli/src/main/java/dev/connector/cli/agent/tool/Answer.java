package dev.connector.cli.agent.tool;

import dev.connector.cli.agent.draft.Draft;
import java.util.Objects;
import java.util.Optional;

/**
 * What a tool gives.
 *
 * @param text for the model
 * @param failed whether it could not be done
 * @param draft the new one, where it changed
 */
public record Answer(String text, boolean failed, Optional<Draft> draft) {

  public Answer {
    Objects.requireNonNull(text);
    Objects.requireNonNull(draft);
  }

  static Answer of(String text) {
    return new Answer(text, false, Optional.empty());
  }

  static Answer refused(String why) {
    return new Answer(why, true, Optional.empty());
  }

  static Answer changed(String text, Draft draft) {
    return new Answer(text, false, Optional.of(draft));
  }
}
