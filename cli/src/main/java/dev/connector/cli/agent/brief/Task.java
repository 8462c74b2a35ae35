package dev.connector.cli.agent.brief;

import dev.connector.cli.agent.draft.Draft;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be done, before anybody has done anything.
 *
 * @param begun what there is
 * @param existing whether it is a connector that users have, and edit
 * @param wanted in the user's words; empty for everything there is
 * @param lessons what earlier connectors taught that bears on this one
 */
public record Task(Draft begun, boolean existing, Optional<String> wanted, List<String> lessons) {
  public Task {
    Objects.requireNonNull(begun);
    Objects.requireNonNull(wanted);
    lessons = List.copyOf(lessons);
  }
}
